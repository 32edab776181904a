#![no_main]
#![allow(missing_docs)]

#[path = "../../tests/support/hostile.rs"]
#[allow(dead_code)]
mod hostile;
#[path = "../../tests/support/memory.rs"]
mod memory;
#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    hostile::table(input);
    assert_eq!(memory::excess("input", input.to_vec()), [""; 0]);
});
