//! Bytes of one file: as it lies on the disk, and in the two encodings that servers send.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// One shipped file.
pub(crate) struct Weight {
    /// Path inside `dist`.
    pub(crate) name: String,
    raw: usize,
    gzip: usize,
    /// Bytes at level 11, as a server compresses in advance.
    pub(crate) brotli: usize,
}

/// Loader, style sheet, and all of the versioned folders: the demo page and its feeds are nobody's download.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn of_dist(dist: &Path) -> Result<Vec<Weight>> {
    let mut names = vec!["newsrail.js".to_owned(), "newsrail.css".to_owned()];
    for pattern in ["v*/*.js", "v*/*.wasm", "v*/*.json", "v*/snippets/**/*.js"] {
        let found = glob::glob(&dist.join(pattern).to_string_lossy())?.filter_map(Result::ok);
        names.extend(found.filter_map(|path| Some(path.strip_prefix(dist).ok()?.to_string_lossy().replace('\\', "/"))));
    }
    names.into_iter().map(|name| weigh(dist, name)).collect()
}

fn weigh(dist: &Path, name: String) -> Result<Weight> {
    let bytes = fs::read(dist.join(&name)).with_context(|| format!("{name} is not in {}", dist.display()))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &best)?;
    Ok(Weight { name, raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: packed.len() })
}

/// Rows and a sum, in bytes.
pub(crate) fn table(weights: &[Weight]) -> String {
    let width = weights.iter().map(|weight| weight.name.len()).max().unwrap_or(0);
    let row = |name: &str, [raw, gzip, brotli]: [usize; 3]| format!("{name:width$} {raw:>9} {gzip:>9} {brotli:>9}\n");
    let sum =
        weights.iter().fold([0; 3], |[raw, gzip, brotli], one| [raw + one.raw, gzip + one.gzip, brotli + one.brotli]);
    let rows = weights.iter().map(|one| row(&one.name, [one.raw, one.gzip, one.brotli]));
    let head = format!("{:width$} {:>9} {:>9} {:>9}\n", "bytes", "raw", "gzip 9", "brotli 11");
    std::iter::once(head).chain(rows).chain([row("sum", sum)]).collect()
}

#[cfg(test)]
pub(crate) fn weight(name: &str, brotli: usize) -> Weight {
    Weight { name: name.into(), raw: brotli * 4, gzip: brotli + 1, brotli }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_weighed_in_both_encodings() {
        let folder = std::env::temp_dir().join(format!("newsrail-weigh-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.js"), "headline ".repeat(500)).unwrap();
        let weight = weigh(&folder, "a.js".into()).unwrap();
        assert_eq!(weight.raw, 4500);
        assert!(weight.gzip < 100 && weight.brotli < weight.gzip, "{} {}", weight.gzip, weight.brotli);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let text = table(&[weight("newsrail.js", 10), weight("newsrail.css", 5)]);
        assert!(text.ends_with("sum                 60        17        15\n"), "{text}");
    }
}
