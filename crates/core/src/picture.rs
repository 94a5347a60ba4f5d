//! What a file's first bytes say: which kind of picture it is, how large, and whether it carries notes about who took
//! it and where. Nothing of it is drawn, and nothing of it is believed beyond that.

use crate::limits::{
    AVATAR_BYTES, AVATAR_SIDE, IMAGE_BYTES, IMAGE_PIXELS, IMAGE_SIDE, THUMBNAIL_BYTES, THUMBNAIL_SIDE,
};
use crate::model::{MediaType, Picture};

/// How much of a file is looked at, in bytes. Pictures that a browser wrote say all that is asked in the first hundred.
pub const HEAD: u32 = 64 * 1024;

/// Why a file is no image for the library, or no picture of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no PNG, JPEG, WebP or GIF, or breaks off.
    Unknown,
    /// It has more bytes than may be.
    TooLarge,
    /// It has more pixels than may be, or none.
    TooManyPixels,
    /// It carries notes (EXIF) that uploading takes out.
    Notes,
    /// It is not what was announced.
    Differs,
}

impl Unfit {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "image_unknown",
            Self::TooLarge => "image_too_large",
            Self::TooManyPixels => "image_too_many_pixels",
            Self::Notes => "image_has_notes",
            Self::Differs => "image_differs",
        }
    }
}

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What kind it is.
    pub media_type: MediaType,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Whether it carries EXIF.
    pub notes: bool,
}

/// Whether a file of that kind may be announced.
///
/// # Errors
/// When it is too large one way or another.
pub fn check_announced(picture: &Picture) -> Result<(), Unfit> {
    if !(1..=IMAGE_BYTES).contains(&picture.bytes)
        || !(1..=THUMBNAIL_BYTES).contains(&picture.thumbnail_bytes)
    {
        return Err(Unfit::TooLarge);
    }
    check_size(picture.width, picture.height, IMAGE_SIDE)
}

fn check_size(width: u32, height: u32, side: u32) -> Result<(), Unfit> {
    let sides = 1..=side;
    let pixels = u64::from(width).saturating_mul(u64::from(height));
    if sides.contains(&width) && sides.contains(&height) && pixels <= IMAGE_PIXELS {
        Ok(())
    } else {
        Err(Unfit::TooManyPixels)
    }
}

/// Whether a file that begins with `head` is the picture that was announced.
///
/// # Errors
/// When it is another, or none at all.
pub fn check_file(head: &[u8], announced: &Picture) -> Result<(), Unfit> {
    let found = read(head).ok_or(Unfit::Unknown)?;
    check_size(found.width, found.height, IMAGE_SIDE)?;
    let same = (found.media_type, found.width, found.height)
        == (announced.media_type, announced.width, announced.height);
    match (same, found.notes) {
        (false, _) => Err(Unfit::Differs),
        (true, true) => Err(Unfit::Notes),
        (true, false) => Ok(()),
    }
}

/// Whether a file that begins with `head` can be a thumbnail: a small JPEG without notes.
///
/// # Errors
/// When it is none.
pub fn check_thumbnail(head: &[u8]) -> Result<(), Unfit> {
    let (width, height) = bare_jpeg(head)?;
    check_size(width, height, THUMBNAIL_SIDE)
}

/// Whether a file of so many bytes that begins with `head` can be the picture that somebody shows of themselves: a
/// JPEG of one size, without notes.
///
/// # Errors
/// When it is none.
pub fn check_avatar(head: &[u8], bytes: u32) -> Result<(), Unfit> {
    if bytes > AVATAR_BYTES {
        return Err(Unfit::TooLarge);
    }
    if bare_jpeg(head)? == (AVATAR_SIDE, AVATAR_SIDE) { Ok(()) } else { Err(Unfit::Differs) }
}

/// The sides of a JPEG that carries no notes.
fn bare_jpeg(head: &[u8]) -> Result<(u32, u32), Unfit> {
    let found = read(head).filter(|found| found.media_type == MediaType::Jpeg).ok_or(Unfit::Unknown)?;
    if found.notes { Err(Unfit::Notes) } else { Ok((found.width, found.height)) }
}

/// What the first bytes of a file say; `None` when it is no picture that we know, or breaks off too early.
#[must_use]
pub fn read(head: &[u8]) -> Option<Head> {
    png(head).or_else(|| gif(head)).or_else(|| webp(head)).or_else(|| jpeg(head))
}

/// So many bytes from there on.
fn part<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

fn found(media_type: MediaType, width: u32, height: u32, notes: bool) -> Head {
    Head { media_type, width, height, notes }
}

/// The signature, and the first chunk, which must be the header; then the chunks up to the pixels.
fn png(bytes: &[u8]) -> Option<Head> {
    if part(bytes, 0)? != *b"\x89PNG\r\n\x1a\n" || part(bytes, 8)? != *b"\0\0\0\x0dIHDR" {
        return None;
    }
    let (width, height) = (u32::from_be_bytes(part(bytes, 16)?), u32::from_be_bytes(part(bytes, 20)?));
    Some(found(MediaType::Png, width, height, png_has_notes(bytes)))
}

fn png_has_notes(bytes: &[u8]) -> bool {
    let mut at: usize = 33;
    while let (Some(length), Some(kind)) = (part(bytes, at), part::<4>(bytes, at.saturating_add(4))) {
        match &kind {
            b"eXIf" => return true,
            b"IDAT" => return false,
            _ => {
                let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
                at = at.saturating_add(length).saturating_add(12);
            }
        }
    }
    false
}

fn gif(bytes: &[u8]) -> Option<Head> {
    if !matches!(&part::<6>(bytes, 0)?, b"GIF87a" | b"GIF89a") {
        return None;
    }
    let side = |at| part(bytes, at).map(|side| u32::from(u16::from_le_bytes(side)));
    Some(found(MediaType::Gif, side(6)?, side(8)?, false))
}

/// A RIFF of one of three kinds: lossy, lossless, or with a list of what else is in it.
fn webp(bytes: &[u8]) -> Option<Head> {
    if part(bytes, 0)? != *b"RIFF" || part(bytes, 8)? != *b"WEBP" {
        return None;
    }
    let (width, height, notes) = match &part::<4>(bytes, 12)? {
        b"VP8 " => lossy(bytes)?,
        b"VP8L" => lossless(bytes)?,
        b"VP8X" => extended(bytes)?,
        _ => return None,
    };
    Some(found(MediaType::Webp, width, height, notes))
}

fn lossy(bytes: &[u8]) -> Option<(u32, u32, bool)> {
    let side = |at| part(bytes, at).map(|side| u32::from(u16::from_le_bytes(side) & 0x3fff));
    (part(bytes, 23)? == [0x9d, 0x01, 0x2a]).then_some((side(26)?, side(28)?, false))
}

/// 14 bits each, one less than the side.
fn lossless(bytes: &[u8]) -> Option<(u32, u32, bool)> {
    if part(bytes, 20)? != [0x2f_u8] {
        return None;
    }
    let bits = u32::from_le_bytes(part(bytes, 21)?);
    let side = |bits: u32| (bits & 0x3fff).saturating_add(1);
    Some((side(bits), side(bits >> 14), false))
}

fn extended(bytes: &[u8]) -> Option<(u32, u32, bool)> {
    let [flags] = part(bytes, 20)?;
    let side = |at| {
        let [low, middle, high] = part(bytes, at)?;
        u32::from_le_bytes([low, middle, high, 0]).checked_add(1)
    };
    Some((side(24)?, side(27)?, flags & 0x08 != 0))
}

/// Segment after segment, up to the pixels: notes may stand before the one that says how large it is, and after it.
fn jpeg(bytes: &[u8]) -> Option<Head> {
    if part(bytes, 0)? != [0xff_u8, 0xd8] {
        return None;
    }
    let (mut at, mut size, mut notes) = (2_usize, None, false);
    loop {
        let [marker, kind] = part(bytes, at)?;
        let body = at.checked_add(2)?;
        if marker != 0xff {
            return None;
        }
        match kind {
            // Fill bytes.
            0xff => {
                at = at.checked_add(1)?;
                continue;
            }
            // Its size, once.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf if size.is_none() => {
                let side = |at| part(bytes, at).map(|side| u32::from(u16::from_be_bytes(side)));
                size = Some((side(body.checked_add(5)?)?, side(body.checked_add(3)?)?));
            }
            // Application data of kind 1: EXIF, or something else.
            0xe1 => notes |= part(bytes, body.checked_add(2)?)? == *b"Exif",
            // Tables, other application data and comments.
            0xc4 | 0xcc | 0xdb | 0xdd | 0xe0 | 0xe2..=0xef | 0xfe => {}
            // Pixels.
            0xda => return size.map(|(width, height)| found(MediaType::Jpeg, width, height, notes)),
            // The end, or nothing that may stand here.
            _ => return None,
        }
        let length = usize::from(u16::from_be_bytes(part(bytes, body)?));
        at = body.checked_add(length).filter(|_| length >= 2)?;
    }
}

#[cfg(test)]
mod tests;
