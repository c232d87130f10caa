//! Which files of a build are a module (glue and wasm), and the versioned folder they move into.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// wasm-bindgen's ending of every wasm file.
const WASM: &str = "_bg.wasm";
/// Scripts that crates bring along; the glue imports them by a path relative to itself.
const SNIPPETS: &str = "snippets";

/// A module's two files, as paths relative to the loader.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Module {
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

/// Moves every module of `staging` into `folder` and returns those of `packages`.
///
/// # Errors
/// When a file is missing or cannot be moved.
pub(crate) fn settle<const N: usize>(staging: &Path, folder: &str, packages: [&str; N]) -> Result<[Module; N]> {
    let names: Vec<String> = fs::read_dir(staging)
        .with_context(|| format!("{} cannot be read", staging.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    fs::create_dir_all(staging.join(folder))?;
    for stem in stems(&names) {
        for name in [format!("{stem}.js"), format!("{stem}{WASM}")] {
            let moved = fs::rename(staging.join(&name), staging.join(folder).join(&name));
            moved.with_context(|| format!("{name} is not in the build"))?;
        }
    }
    if staging.join(SNIPPETS).exists() {
        fs::rename(staging.join(SNIPPETS), staging.join(folder).join(SNIPPETS))?;
    }
    let mut found = packages.map(|_| Module::default());
    for (module, package) in found.iter_mut().zip(packages) {
        let stem = of_package(&names, package)?;
        *module = Module { glue: format!("{folder}/{stem}.js"), wasm: format!("{folder}/{stem}{WASM}") };
    }
    Ok(found)
}

fn stems(names: &[String]) -> impl Iterator<Item = &str> {
    names.iter().filter_map(|name| name.strip_suffix(WASM))
}

/// The stem `package-hash`. Trunk's hash is hexadecimal, without leading zeros.
fn of_package<'a>(names: &'a [String], package: &str) -> Result<&'a str> {
    let ours = |stem: &&str| {
        stem.rsplit_once('-')
            .is_some_and(|(name, hash)| name == package && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let mut found = stems(names).filter(ours);
    match (found.next(), found.next()) {
        (Some(stem), None) => Ok(stem),
        (None, _) => bail!("no {package}-<hash>{WASM} in the build; is filehash on in Trunk.toml?"),
        _ => bail!("more than one {package}-<hash>{WASM} in the build"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Vec<String> {
        all.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_module_of_the_package_is_told_from_others() {
        let all = names(&[
            "index.html",
            "newsrail-1a2b.js",
            "newsrail-1a2b_bg.wasm",
            "markup-77_bg.wasm",
            "newsrail-markup-9_bg.wasm",
        ]);
        assert_eq!(of_package(&all, "newsrail").unwrap(), "newsrail-1a2b");
    }

    #[test]
    fn a_build_without_hashes_is_refused_with_the_reason() {
        let error = of_package(&names(&["newsrail_bg.wasm"]), "newsrail").unwrap_err();
        assert!(error.to_string().contains("filehash"), "{error}");
    }

    #[test]
    fn glue_wasm_and_snippets_move_together() {
        let staging = std::env::temp_dir().join(format!("newsrail-settle-{}", std::process::id()));
        fs::create_dir_all(staging.join("snippets/x")).unwrap();
        for name in ["newsrail-1a.js", "newsrail-1a_bg.wasm", "snippets/x/y.js", "index.html"] {
            fs::write(staging.join(name), name).unwrap();
        }
        let [main] = settle(&staging, "v1.2.3", ["newsrail"]).unwrap();
        assert_eq!(main, Module { glue: "v1.2.3/newsrail-1a.js".into(), wasm: "v1.2.3/newsrail-1a_bg.wasm".into() });
        for name in [main.glue.as_str(), main.wasm.as_str(), "v1.2.3/snippets/x/y.js", "index.html"] {
            assert!(staging.join(name).exists(), "{name}");
        }
        assert!(!staging.join("newsrail-1a.js").exists());
        fs::remove_dir_all(&staging).unwrap();
    }
}
