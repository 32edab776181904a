//! How a type says that it is read from a value: a record by its fields, an enum by its words.

/// Reads a type whose fields all have defaults; the last word, if any, refuses what has no meaning.
macro_rules! record {
    ($name:ident { $($field:ident)* } $($checked:path)?) => {
        impl $crate::value::Read for $name {
            fn read(value: &$crate::value::Value) -> Result<$name, $crate::value::Wrong> {
                let mut record = $name::default();
                let $name { $($field),* } = &mut record;
                value.fill(&mut [$((stringify!($field), $field)),*])?;
                $($checked(&record)?;)?
                Ok(record)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<$name, D::Error> {
                let value = $crate::value::Value::deserialize(d)?;
                $crate::value::Read::read(&value).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use record;

/// An enum each of whose values is a word in settings and reports.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Its word in settings, reports and message files.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.word())
            }
        }

        impl $crate::value::Read for $name {
            fn read(value: &$crate::value::Value) -> Result<$name, $crate::value::Wrong> {
                let place = value.one_of(&[$($word,)*])?;
                $name::ALL.get(place).copied().ok_or_else(Default::default)
            }
        }
    };
}
pub(crate) use words;
