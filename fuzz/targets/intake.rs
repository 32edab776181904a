#![no_main]
#![allow(missing_docs)]

#[path = "../../tests/support/hostile.rs"]
#[allow(dead_code)]
mod hostile;
#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|input: &[u8]| hostile::intake(input));
