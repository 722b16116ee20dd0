//! The console-tools family.

runtime::family! {
    clear { "clear" => APPLET }
}
