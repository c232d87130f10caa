//! A list of named parts that run in order and stop at the first failure; the closing table says what each one took.

use crate::shell::spoken;
use anyhow::{Result, anyhow};
use std::time::{Duration, Instant};

/// One named part of a longer command.
pub(crate) struct Part {
    name: &'static str,
    work: Box<dyn FnOnce() -> Result<()>>,
}

impl Part {
    pub(crate) fn new(name: &'static str, work: impl FnOnce() -> Result<()> + 'static) -> Self {
        Self { name, work: Box::new(work) }
    }
}

enum End {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// Runs the parts and prints the table, whatever happened.
///
/// # Errors
/// The first part that failed, by name; those after it are not run.
pub(crate) fn run(parts: Vec<Part>) -> Result<()> {
    let started = Instant::now();
    let mut failure = None;
    let mut ends = Vec::new();
    for part in parts {
        let name = part.name;
        if failure.is_some() {
            ends.push((name, End::NotRun));
            continue;
        }
        println!("\n== {name}");
        let began = Instant::now();
        match (part.work)() {
            Ok(()) => ends.push((name, End::Passed(began.elapsed()))),
            Err(error) => {
                ends.push((name, End::Failed(began.elapsed())));
                failure = Some(error.context(format!("{name} failed")));
            }
        }
    }
    print!("\n{}", table(&ends, started.elapsed()));
    failure.map_or(Ok(()), |error| Err(anyhow!("{error:#}")))
}

fn table(ends: &[(&str, End)], total: Duration) -> String {
    let width = ends.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).max("total".len());
    let rows = ends.iter().map(|(name, end)| match end {
        End::Passed(time) => format!("{name:width$}  passed   {}\n", spoken(*time)),
        End::Failed(time) => format!("{name:width$}  FAILED   {}\n", spoken(*time)),
        End::NotRun => format!("{name:width$}  not run\n"),
    });
    rows.chain([format!("{:width$}           {}\n", "total", spoken(total))]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::{cell::RefCell, rc::Rc};

    #[test]
    fn the_first_failure_ends_the_run_and_names_its_part() {
        let ran = Rc::new(RefCell::new(Vec::new()));
        let note = |name: &'static str, fails: bool| {
            let ran = ran.clone();
            Part::new(name, move || {
                ran.borrow_mut().push(name);
                if fails { bail!("no luck") } else { Ok(()) }
            })
        };
        let error = run(vec![note("one", false), note("two", true), note("three", false)]).unwrap_err();
        assert_eq!(*ran.borrow(), ["one", "two"]);
        assert_eq!(error.to_string(), "two failed: no luck");
    }

    #[test]
    fn the_table_says_which_parts_were_not_run() {
        let ends = [
            ("one", End::Passed(Duration::from_secs(70))),
            ("second", End::Failed(Duration::from_secs(11))),
            ("x", End::NotRun),
        ];
        let expected =
            "one     passed   1 min 10 s\nsecond  FAILED   11 s\nx       not run\ntotal            1 min 21 s\n";
        assert_eq!(table(&ends, Duration::from_secs(81)), expected);
    }
}
