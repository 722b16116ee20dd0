//! The coreutils family.

runtime::family! {
    basename { "basename" => APPLET }
    cat      { "cat" => APPLET }
    dirname  { "dirname" => APPLET }
    echo     { "echo" => APPLET }
    env      { "env" => APPLET }
    head     { "head" => APPLET }
    nproc    { "nproc" => APPLET }
    printenv { "printenv" => APPLET }
    pwd      { "pwd" => APPLET }
    sync     { "sync" => APPLET }
    tee      { "tee" => APPLET }
    r#true   { "true" => TRUE, "false" => FALSE }
    tty      { "tty" => APPLET }
    wc       { "wc" => APPLET }
    yes      { "yes" => APPLET }
}
