//! The README tells the truth about attributes: its table is the declaration, row by row.

use newsrail::element::attributes::{Attribute, TABLE};

fn row(attribute: &Attribute) -> String {
    let Attribute { name, values, default, ready, meaning } = attribute;
    let name = if *ready { format!("`{name}`") } else { format!("`{name}` *") };
    format!("| {name} | {} | {default} | {meaning} |", values.legal())
}

/// The rows under a table's head.
fn table<'a>(readme: &'a str, head: &'a str) -> impl Iterator<Item = &'a str> {
    readme.lines().skip_while(move |line| *line != head).skip(2).take_while(|line| line.starts_with('|'))
}

#[test]
fn the_attribute_table_of_the_readme_is_the_declaration() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let printed: Vec<&str> = table(&readme, "| attribute | values | default | meaning |").collect();
    let declared: Vec<String> = TABLE.iter().map(row).collect();
    assert_eq!(printed, declared, "print the declared rows into README.md:\n{}", declared.join("\n"));
}

#[test]
fn every_custom_property_of_the_readme_is_one_of_the_style_sheet_and_the_other_way_round() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let styles: String = ["tokens", "base", "rail", "ticker", "article"]
        .iter()
        .map(|name| std::fs::read_to_string(format!("{}/style/{name}.css", env!("CARGO_MANIFEST_DIR"))).unwrap())
        .collect();
    // What the sheet reads of the publisher's: `var(--news-ink, …)`.
    let declared: std::collections::BTreeSet<&str> =
        styles.split("var(--news-").skip(1).filter_map(|rest| rest.split([',', ')']).next()).collect();
    let printed: std::collections::BTreeSet<&str> = table(&readme, "| property | default | for |")
        .filter_map(|line| line.split("`--news-").nth(1)?.split('`').next())
        .collect();
    assert_eq!(printed, declared);
}
