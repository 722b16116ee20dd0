//! The debianutils family.

runtime::family! {
    which { "which" => APPLET }
}
