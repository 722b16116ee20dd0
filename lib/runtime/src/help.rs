//! Help, made from the declaration.

use crate::Entry;

impl Entry {
    /// `Usage: NAME …`, one line for each form.
    pub fn usage_lines(self) -> Vec<u8> {
        let mut text = String::new();
        let mut lead = "Usage: ";
        for form in self.usage().split('\n') {
            for part in [lead, self.name(), if form.is_empty() { "" } else { " " }, form, "\n"] {
                text.push_str(part);
            }
            lead = "       ";
        }
        text.into_bytes()
    }

    /// What `--help` prints: usage, purpose, options, notes.
    pub fn help(self) -> Vec<u8> {
        let mut text = self.usage_lines();
        let mut put = |part: &str| text.extend_from_slice(part.as_bytes());
        for part in ["\n", self.about(), "\n"] {
            put(part);
        }
        if !self.option_specs().is_empty() {
            put("\n");
        }
        let widest = self.option_specs().lines().map(indented_width).filter(|width| *width <= 26).max().unwrap_or(0);
        for (spec, help) in self.option_specs().lines().zip(self.option_help().lines()) {
            put(if spec.starts_with("--") { "      " } else { "  " });
            put(spec);
            if indented_width(spec) > widest {
                put("\n");
                (0..widest + 2).for_each(|_| put(" "));
            } else {
                (indented_width(spec)..widest + 2).for_each(|_| put(" "));
            }
            put(help);
            put("\n");
        }
        if !self.notes().is_empty() {
            for part in ["\n", self.notes(), "\n"] {
                put(part);
            }
        }
        text
    }
}

fn indented_width(spec: &str) -> usize {
    spec.len() + if spec.starts_with("--") { 6 } else { 2 }
}
