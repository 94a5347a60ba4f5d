//! Reading bodies as they come, and no further than a cap: memory that grew never shrinks here.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ReadableStream, ReadableStreamDefaultReader};
use worker::js_sys::futures::JsFuture;
use worker::{Response, ResponseBody};

/// Why a body was not read to its end.
pub enum Unread {
    /// It is longer than it may be.
    TooLarge,
    /// It broke off, or holds no bytes.
    Broken,
}

/// All bytes of a stream.
///
/// # Errors
/// When there are more than `cap`, and when the stream fails.
pub async fn read(stream: &ReadableStream, cap: usize) -> Result<Vec<u8>, Unread> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while let Some(chunk) = next(&reader).await.map_err(|_| Unread::Broken)? {
        if bytes.len().saturating_add(chunk.len()) > cap {
            // Nobody waits for what the other side says to that.
            drop(reader.cancel());
            return Err(Unread::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>, JsValue> {
    let chunk = JsFuture::from(reader.read()).await?;
    let value = Reflect::get(&chunk, &"value".into())?;
    if value.is_undefined() {
        return Ok(None);
    }
    value.dyn_into::<Uint8Array>().map(|bytes| Some(bytes.to_vec()))
}

/// The text of what another part of the platform answered.
///
/// # Errors
/// When it breaks off, or is no text.
pub async fn text(response: &Response) -> worker::Result<String> {
    let ResponseBody::Stream(stream) = response.body() else { return Ok(String::new()) };
    let broken = |_| worker::Error::RustError("the answer broke off".to_owned());
    let bytes = read(stream, usize::MAX).await.map_err(broken)?;
    String::from_utf8(bytes).map_err(|_| worker::Error::BadEncoding)
}
