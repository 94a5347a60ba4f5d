//! Files of each kind as encoders write them, broken ones, lying ones, and ones that are two things at once.
#![allow(clippy::arithmetic_side_effects, reason = "a test fails loudly")]

use proptest::prelude::*;

use super::*;

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    file.extend(width.to_be_bytes());
    file.extend(height.to_be_bytes());
    file.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
    file
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], kind, body, &[0; 4]].concat()
}

fn segment(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, kind][..], &length, body].concat()
}

/// With further segments before its size.
fn jpeg(segments: &[(u8, &[u8])], width: u16, height: u16) -> Vec<u8> {
    jpeg_with(segments, (width, height), &[])
}

/// With further segments before and after its size, up to the pixels.
fn jpeg_with(before: &[(u8, &[u8])], (width, height): (u16, u16), after: &[(u8, &[u8])]) -> Vec<u8> {
    let all =
        |segments: &[(u8, &[u8])]| segments.iter().flat_map(|(kind, body)| segment(*kind, body)).collect();
    let components = [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    let size = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &components].concat();
    let scan = segment(0xda, &[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    let before: Vec<u8> = all(before);
    [vec![0xff, 0xd8], before, segment(0xc0, &size), all(after), scan, b"pixels".to_vec()].concat()
}

const JFIF: (u8, &[u8]) = (0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
const EXIF: (u8, &[u8]) = (0xe1, b"Exif\0\0II*\0");

fn webp(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&b"RIFF\0\0\0\0WEBP"[..], kind, &[0, 0, 0, 0], body].concat()
}

fn gif(width: u16, height: u16) -> Vec<u8> {
    [&b"GIF89a"[..], &width.to_le_bytes(), &height.to_le_bytes(), &[0, 0, 0]].concat()
}

/// One of each kind, 300 by 200.
fn each() -> Vec<(MediaType, Vec<u8>)> {
    let lossless = (299_u32 | 199 << 14).to_le_bytes();
    vec![
        (MediaType::Png, png(300, 200)),
        (MediaType::Jpeg, jpeg(&[JFIF], 300, 200)),
        (MediaType::Jpeg, jpeg(&[JFIF, (0xdb, &[0; 65]), (0xfe, b"made by hand")], 300, 200)),
        (MediaType::Gif, gif(300, 200)),
        (MediaType::Webp, webp(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 0x2c, 0x41, 200, 0])),
        (MediaType::Webp, webp(b"VP8L", &[&[0x2f][..], &lossless].concat())),
        (MediaType::Webp, webp(b"VP8X", &[0x10, 0, 0, 0, 0x2b, 1, 0, 199, 0, 0])),
    ]
}

#[test]
fn each_kind_says_what_it_is_and_how_large() {
    for (media_type, file) in each() {
        let head = Head { media_type, width: 300, height: 200, notes: false };
        assert_eq!(read(&file), Some(head), "{file:?}");
    }
}

#[test]
fn what_breaks_off_is_nothing() {
    for (media_type, file) in each() {
        let whole = read(&file);
        for length in 0..file.len() {
            let cut = read(&file[..length]);
            assert!(cut.is_none() || cut == whole, "{media_type:?} cut at {length}: {cut:?}");
        }
        assert_eq!(read(&file[..9]), None);
    }
}

#[test]
fn what_is_no_picture_is_nothing() {
    for file in [
        &b""[..],
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        b"<!doctype html><script>alert(1)</script>",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n<html>, and more than enough of it to be read",
        b"GIF88a\x01\0\x01\0",
        b"RIFF\0\0\0\0WAVEfmt 0000000000000000000000",
        b"RIFF\0\0\0\0WEBPALPH0000000000000000000000",
        b"\xff\xd8<script>",
        b"\xff\xd8\xff\xda\0\x08 pixels before any size",
        b"\xff\xd8\xff\xc0\0\x08\x08\0\x02\0\x03\0\xff\xc0\0\x08\x08\0\x04\0\x05\0\xff\xda two sizes",
        b"\xff\xd8\xff\xc0\0\x08\x08\0\x02\0\x03\0\xff\xd9 no pixels",
        b"\xff\xd8\xff\xe0\0\0 a segment shorter than its own length",
        b"BM000000000000000000000000",
    ] {
        assert_eq!(read(file), None, "{}", String::from_utf8_lossy(file));
    }
}

#[test]
fn notes_are_found_wherever_they_may_stand() {
    let notes = |file: &[u8]| read(file).map(|head| head.notes);
    assert_eq!(notes(&jpeg(&[JFIF, EXIF], 3, 2)), Some(true));
    assert_eq!(notes(&jpeg(&[EXIF], 3, 2)), Some(true));
    assert_eq!(notes(&jpeg(&[(0xe1, b"http://ns.adobe.com/xap/")], 3, 2)), Some(false));
    let tables = (0xc4, &[0_u8; 29][..]);
    for after in [&[EXIF][..], &[tables, EXIF], &[EXIF, tables], &[JFIF, tables, EXIF]] {
        assert_eq!(notes(&jpeg_with(&[JFIF], (3, 2), after)), Some(true), "{after:?}");
    }
    assert_eq!(notes(&jpeg_with(&[JFIF], (3, 2), &[tables])), Some(false));
    let among_pixels = [jpeg(&[JFIF], 3, 2), segment(EXIF.0, EXIF.1)].concat();
    assert_eq!(notes(&among_pixels), Some(false));
    assert_eq!(notes(&webp(b"VP8X", &[0x08, 0, 0, 0, 2, 0, 0, 1, 0, 0])), Some(true));
    let exif = [png(3, 2), chunk(b"gAMA", &[0; 4]), chunk(b"eXIf", b"II*\0"), chunk(b"IDAT", b"x")].concat();
    assert_eq!(notes(&exif), Some(true));
    assert_eq!(notes(&[png(3, 2), chunk(b"IDAT", b"x"), chunk(b"eXIf", b"")].concat()), Some(false));
}

fn announced(media_type: MediaType) -> Picture {
    Picture { media_type, width: 300, height: 200, bytes: 5_000, thumbnail_bytes: 500 }
}

#[test]
fn a_file_must_be_what_was_announced() {
    for (media_type, file) in each() {
        let told = announced(media_type);
        assert_eq!(check_file(&file, &told), Ok(()));
        assert_eq!(check_file(&file, &Picture { width: 301, ..told }), Err(Unfit::Differs));
        let other = if media_type == MediaType::Png { MediaType::Gif } else { MediaType::Png };
        assert_eq!(check_file(&file, &announced(other)), Err(Unfit::Differs));
    }
    let told = announced(MediaType::Jpeg);
    assert_eq!(check_file(&jpeg(&[EXIF], 300, 200), &told), Err(Unfit::Notes));
    assert_eq!(check_file(b"<svg/>", &told), Err(Unfit::Unknown));
}

#[test]
fn what_claims_to_be_huge_is_refused() {
    let huge = Picture { width: u32::MAX, height: u32::MAX, ..announced(MediaType::Png) };
    assert_eq!(check_announced(&huge), Err(Unfit::TooManyPixels));
    assert_eq!(check_file(&png(u32::MAX, u32::MAX), &huge), Err(Unfit::TooManyPixels));
    assert_eq!(check_file(&png(0, 200), &announced(MediaType::Png)), Err(Unfit::TooManyPixels));
}

#[test]
fn a_file_that_is_two_things_counts_as_what_a_browser_takes_it_for() {
    // A GIF whose comment is a page: its first bytes say GIF, and it is served as nothing else.
    let both = [gif(300, 200), b"<script>alert(1)</script>".to_vec()].concat();
    assert_eq!(check_file(&both, &announced(MediaType::Gif)), Ok(()));
    let inside = [b"<!--".to_vec(), png(300, 200)].concat();
    assert_eq!(check_file(&inside, &announced(MediaType::Png)), Err(Unfit::Unknown));
}

#[test]
fn a_thumbnail_is_a_small_jpeg() {
    assert_eq!(check_thumbnail(&jpeg(&[JFIF], 320, 240)), Ok(()));
    assert_eq!(check_thumbnail(&jpeg(&[JFIF], 3_200, 240)), Err(Unfit::TooManyPixels));
    assert_eq!(check_thumbnail(&jpeg(&[EXIF], 320, 240)), Err(Unfit::Notes));
    assert_eq!(check_thumbnail(&png(320, 240)), Err(Unfit::Unknown));
}

#[test]
fn a_picture_of_somebody_is_a_jpeg_of_one_size_without_notes() {
    let fits = |head: &[u8]| check_avatar(head, AVATAR_BYTES);
    assert_eq!(fits(&jpeg(&[JFIF], 128, 128)), Ok(()));
    assert_eq!(check_avatar(&jpeg(&[JFIF], 128, 128), AVATAR_BYTES + 1), Err(Unfit::TooLarge));
    for (width, height) in [(128, 127), (127, 128), (256, 256), (0, 0)] {
        assert_eq!(fits(&jpeg(&[JFIF], width, height)), Err(Unfit::Differs), "{width} x {height}");
    }
    assert_eq!(fits(&jpeg(&[EXIF], 128, 128)), Err(Unfit::Notes));
    for other in [png(128, 128), gif(128, 128), b"<svg/>".to_vec(), Vec::new()] {
        assert_eq!(fits(&other), Err(Unfit::Unknown));
    }
}

proptest! {
    #[test]
    fn nothing_that_comes_breaks_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn nor_does_a_picture_with_other_bytes_in_it(
        which in 0..7_usize,
        spoilt in proptest::collection::vec((0..80_usize, any::<u8>()), 0..6),
        tail in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let (_, mut file) = each().swap_remove(which);
        file.extend(tail);
        for (at, byte) in spoilt {
            if let Some(place) = file.get_mut(at) {
                *place = byte;
            }
        }
        if let Some(head) = read(&file) {
            let told = Picture { media_type: head.media_type, width: head.width, height: head.height, ..announced(MediaType::Png) };
            let fits = check_announced(&told).is_ok() && !head.notes;
            prop_assert_eq!(check_file(&file, &told).is_ok(), fits);
        }
    }

    #[test]
    fn sizes_are_read_as_they_were_written(width in 1..16_384_u16, height in 1..16_384_u16) {
        let size = |file: Vec<u8>| read(&file).map(|head| (head.width, head.height));
        let (wide, high) = (u32::from(width), u32::from(height));
        prop_assert_eq!(size(png(wide, high)), Some((wide, high)));
        prop_assert_eq!(size(jpeg(&[JFIF], width, height)), Some((wide, high)));
        prop_assert_eq!(size(gif(width, height)), Some((wide, high)));
        let lossless = ((wide - 1) | ((high - 1) << 14)).to_le_bytes();
        prop_assert_eq!(size(webp(b"VP8L", &[&[0x2f][..], &lossless].concat())), Some((wide, high)));
    }
}
