//! The door to the browser: the session as a class of the worker. It decides nothing.

mod decode;
mod value;

use crate::metrics::Query;
use crate::session::{Problem, Session};
use crate::settings::Settings;
use crate::value::Read;
use value::written as to_js;
use wasm_bindgen::prelude::*;

/// Of the small pack: the usual one is a fortieth of it. The other is for large files, and lets go and takes more.
#[cfg(not(feature = "scan"))]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Files, and what has been read of them. Every error that is thrown is a [`Problem`].
#[wasm_bindgen]
pub struct Ebb {
    session: Session,
}

/// Takes the table of time zones by place; without it no place is known.
#[wasm_bindgen(js_name = learnZones)]
pub fn learn_zones(table: String) {
    crate::calendar::learn_zones(table);
}

/// Takes the table of header words; without it no file is known.
#[wasm_bindgen(js_name = learnWords)]
pub fn learn_words(table: String) {
    crate::intake::learn_words(table);
}

#[wasm_bindgen]
impl Ebb {
    /// No files yet. A panic from here on is posted to the page as `{panic: {text, place}}`.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)] // JavaScript asks for `new`, and nobody for a default
    pub fn new() -> Ebb {
        std::panic::set_hook(Box::new(post_panic));
        Ebb {
            session: Session::new(decode::browser),
        }
    }

    /// Takes a file by its name and first bytes; its number.
    pub fn open(&mut self, name: &str, head: &[u8]) -> usize {
        self.session.open(name, head)
    }

    /// What each file is taken for.
    pub fn guesses(&mut self, settings: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.session.guesses(settings_from(settings)?))
    }

    /// Starts to read all files anew.
    pub fn begin(&mut self, settings: JsValue) -> Result<(), JsValue> {
        self.session.begin(settings_from(settings)?);
        Ok(())
    }

    /// Reads the next piece of a file; whether no more are wanted.
    pub fn read(&mut self, file: usize, piece: &[u8]) -> bool {
        self.session.read(file, piece)
    }

    /// The file has ended; whether it is to be read once more from its beginning.
    pub fn finish(&mut self, file: usize) -> bool {
        self.session.finish(file)
    }

    /// Whether the files must be read again for these settings.
    #[wasm_bindgen(js_name = mustRead)]
    pub fn must_read(&self, settings: JsValue) -> Result<bool, JsValue> {
        Ok(self.session.must_read(&settings_from(settings)?))
    }

    /// Rows seen so far.
    pub fn progress(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.progress())
    }

    /// The events of usage files and their rows.
    pub fn events(&mut self, settings: JsValue) -> Result<JsValue, JsValue> {
        let settings = settings_from(settings)?;
        to_js(&self.session.events(settings))
    }

    /// The rows that were set aside, `limit` of them from `offset` on.
    #[wasm_bindgen(js_name = setAside)]
    pub fn set_aside(
        &self,
        settings: JsValue,
        offset: usize,
        limit: usize,
    ) -> Result<JsValue, JsValue> {
        let settings = settings_from(settings)?;
        to_js(&self.session.set_aside(&settings, offset, limit))
    }

    /// The report from what has been read so far.
    pub fn report(&mut self, settings: JsValue) -> Result<JsValue, JsValue> {
        let report = self.session.report(settings_from(settings)?);
        to_js(&report.map_err(|p| to_throw(&p))?)
    }

    /// The customers behind one cell.
    pub fn members(
        &mut self,
        settings: JsValue,
        query: JsValue,
        offset: usize,
        limit: usize,
    ) -> Result<JsValue, JsValue> {
        let (settings, query) = (settings_from(settings)?, from_js::<Query>(query)?);
        let roster = self.session.members(settings, &query, offset, limit);
        to_js(&roster.map_err(|p| to_throw(&p))?)
    }
}

/// A file read in ranges by several workers. Places are counted in blocks of 64 KiB.
#[cfg(feature = "scan")]
#[wasm_bindgen]
impl Ebb {
    /// Whether a file may be read in ranges.
    pub fn splits(&self, file: usize) -> bool {
        self.session.splits(file)
    }

    /// Lets a file be read from its beginning up to the first record that begins behind the block `to`'s first byte.
    pub fn limit(&mut self, file: usize, to: u32) {
        self.session.limit(file, to);
    }

    /// Begins to read the records that begin behind the block `from`'s first byte and not behind the block `to`'s. Its
    /// pieces begin there and go on until `read` wants no more, or the file ends.
    pub fn range(&mut self, file: usize, from: u32, to: u32) {
        self.session.range(file, from, to);
    }

    /// The file ended in the range that is being read.
    pub fn end(&mut self, file: usize) {
        self.session.end(file);
    }

    /// All that ranges of a file gave, to be posted; nothing of it stays here.
    pub fn ranges(&mut self, file: usize) -> Vec<u8> {
        self.session.ranges(file)
    }

    /// Takes what ranges of a file gave; false where these are no such bytes.
    pub fn absorb(&mut self, file: usize, ranges: &[u8]) -> bool {
        self.session.absorb(file, ranges)
    }
}

fn settings_from(settings: JsValue) -> Result<Settings, JsValue> {
    if settings.is_undefined() || settings.is_null() {
        Ok(Settings::default())
    } else {
        from_js(settings)
    }
}

fn from_js<T: Read>(value: JsValue) -> Result<T, JsValue> {
    T::read(&value::of(&value)).map_err(|e| {
        to_throw(&Problem::new(
            "settings-invalid",
            [("text", e.to_string().into())],
        ))
    })
}

fn to_throw(problem: &Problem) -> JsValue {
    to_js(problem).unwrap_or_else(|e| e)
}

#[wasm_bindgen]
extern "C" {
    /// The worker's own.
    #[wasm_bindgen(catch, js_name = postMessage)]
    fn post_message(message: &JsValue) -> Result<(), JsValue>;
}

fn post_panic(info: &std::panic::PanicHookInfo<'_>) {
    let text = info.payload_as_str().unwrap_or_default();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let (panic, message) = (js_sys::Object::new(), js_sys::Object::new());
    let set = |object: &js_sys::Object, key: &str, value: &JsValue| {
        js_sys::Reflect::set(object, &key.into(), value)
    };
    let posted = set(&panic, "text", &text.into())
        .and_then(|_| set(&panic, "place", &place.into()))
        .and_then(|_| set(&message, "panic", &panic));
    if posted.is_ok() {
        // Nothing is left to tell of a failure here: the instance is about to trap.
        let _ = post_message(&message);
    }
}
