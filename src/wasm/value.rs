//! Values of JavaScript: settings and queries as they come in, reports as they go out. What is written stands in one
//! place and is put into what is open around it, so that a field costs three calls, whatever its type.

use crate::value::Value;
use js_sys::{Array, Object};
use serde::ser::{self, Serialize, Serializer};
use serde_wasm_bindgen::Error;
use wasm_bindgen::prelude::*;

/// Nothing that is read lies deeper.
const DEEPEST: u32 = 8;

/// The value as `JSON.stringify` would write it.
pub(super) fn of(value: &JsValue) -> Value {
    within(value, DEEPEST)
}

fn within(value: &JsValue, depth: u32) -> Value {
    if let Some(flag) = value.as_bool() {
        Value::Flag(flag)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if !value.is_object() || depth == 0 {
        Value::Null
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let item = |item: JsValue| within(&item, depth - 1);
        Value::List(list.iter().map(item).collect())
    } else {
        let pair = |pair: JsValue| {
            let pair = Array::from(&pair);
            let (key, value) = (pair.get(0).as_string()?, pair.get(1));
            (!value.is_undefined()).then(|| (key, within(&value, depth - 1)))
        };
        let pairs = Object::entries(value.unchecked_ref());
        Value::Map(pairs.iter().filter_map(pair).collect())
    }
}

#[wasm_bindgen]
extern "C" {
    type Open;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Open, key: &JsValue, value: &JsValue);
}

/// The value as `JSON.parse` would read what the terminal writes.
pub(super) fn written<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let mut out = Out::default();
    match value.serialize(&mut out) {
        Ok(()) => Ok(out.last),
        Err(error) => Err(error.into()),
    }
}

#[derive(Default)]
struct Out {
    /// What was written last.
    last: JsValue,
    /// Lists and objects that are not closed yet, and the keys of their next values.
    open: Vec<JsValue>,
    /// The names of fields, by the place where they stand.
    names: Vec<((*const u8, usize), JsValue)>,
}

impl Out {
    #[inline(never)]
    fn leaf(&mut self, value: JsValue) -> Result<(), Error> {
        self.last = value;
        Ok(())
    }

    #[inline(never)]
    fn number(&mut self, n: f64) -> Result<(), Error> {
        self.leaf(n.into())
    }

    #[inline(never)]
    fn text(&mut self, text: &str) -> Result<(), Error> {
        self.leaf(text.into())
    }

    #[inline(never)]
    fn open(&mut self, map: bool) {
        self.open.push(if map {
            Object::new().into()
        } else {
            Array::new().into()
        });
    }

    #[inline(never)]
    fn close(&mut self) -> Result<(), Error> {
        self.last = self.open.pop().unwrap_or_default();
        Ok(())
    }

    #[inline(never)]
    fn push(&mut self) {
        if let Some(list) = self.open.last() {
            list.unchecked_ref::<Array>().push(&self.last);
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        let at = (name.as_ptr(), name.len());
        let place = self
            .names
            .binary_search_by_key(&at, |(at, _)| *at)
            .unwrap_or_else(|place| {
                self.names.insert(place, (at, name.into()));
                place
            });
        self.open
            .extend(self.names.get(place).map(|(_, name)| name.clone()));
    }

    #[inline(never)]
    fn key(&mut self) {
        self.open.push(std::mem::take(&mut self.last));
    }

    #[inline(never)]
    fn put(&mut self) {
        let key = self.open.pop().unwrap_or_default();
        if let Some(map) = self.open.last() {
            map.unchecked_ref::<Open>().set(&key, &self.last);
        }
    }
}

/// The numbers of JavaScript are whole only up to here.
const MOST_WHOLE: u64 = 9_007_199_254_740_991;

fn too_large() -> Error {
    Error::new("a number is too large for JavaScript")
}

type Nothing = ser::Impossible<(), Error>;

macro_rules! numbers {
    ($($name:ident $type:ty,)*) => {
        $(fn $name(self, n: $type) -> Result<(), Error> { self.number(f64::from(n)) })*
    };
}

impl Serializer for &mut Out {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Nothing;
    type SerializeTupleVariant = Nothing;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Nothing;

    numbers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32,
        serialize_f32 f32, serialize_f64 f64,
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Error> {
        self.leaf(flag.into())
    }

    #[inline(never)]
    fn serialize_i64(self, n: i64) -> Result<(), Error> {
        if n.unsigned_abs() > MOST_WHOLE {
            return Err(too_large());
        }
        self.number(n as f64)
    }

    #[inline(never)]
    fn serialize_u64(self, n: u64) -> Result<(), Error> {
        if n > MOST_WHOLE {
            return Err(too_large());
        }
        self.number(n as f64)
    }

    fn serialize_char(self, c: char) -> Result<(), Error> {
        self.text(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Error> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.leaf(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.leaf(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.leaf(JsValue::NULL)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
    ) -> Result<(), Error> {
        self.text(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(too_large())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(false);
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.open(false);
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Nothing, Error> {
        Err(too_large())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Error> {
        Err(too_large())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(true);
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.open(true);
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Error> {
        Err(too_large())
    }
}

/// What is the same wherever things stand in a list or a map.
macro_rules! closes {
    () => {
        type Ok = ();
        type Error = Error;

        fn end(self) -> Result<(), Error> {
            self.close()
        }
    };
}

impl ser::SerializeSeq for &mut Out {
    closes!();

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)?;
        self.push();
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Out {
    closes!();

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        ser::SerializeSeq::serialize_element(self, value)
    }
}

impl ser::SerializeMap for &mut Out {
    closes!();

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(&mut **self)?;
        self.key();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)?;
        self.put();
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Out {
    closes!();

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.name(name);
        value.serialize(&mut **self)?;
        self.put();
        Ok(())
    }
}
