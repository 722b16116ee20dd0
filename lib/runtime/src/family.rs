//! Listing a family's applets.

/// Lists the applets of a family: a line for each file, with the features and the declarations it holds.
///
/// ```ignore
/// runtime::family! {
///     cat   { "cat" => APPLET }
///     chown { "chown" => CHOWN, "chgrp" => CHGRP }
/// }
/// ```
/// declares the modules, and makes `APPLETS`, the declarations that are built in, and `run`, which starts one by its
/// position there: a `match` in code, for a table of functions would cost a relocation each.
#[macro_export]
macro_rules! family {
    ($($module:ident { $($feature:literal => $applet:ident),* $(,)? })*) => {
        $(#[cfg(any($(feature = $feature),*))] mod $module;)*

        /// The declarations of this family that are built in.
        pub const APPLETS: &[$crate::Applet] = &[$($(#[cfg(feature = $feature)] $module::$applet,)*)*];

        /// Starts the applet at `position` of [`APPLETS`].
        ///
        /// # Errors
        /// The applet's own.
        #[allow(unused_assignments, unused_mut, unused_variables)]
        pub fn run(position: usize, cx: &mut $crate::Context) -> $crate::Result<$crate::Status> {
            let mut next = 0;
            $($(
                #[cfg(feature = $feature)]
                {
                    if position == next {
                        return (const { $module::$applet.run })(cx);
                    }
                    next += 1;
                }
            )*)*
            Ok($crate::Status(127))
        }
    };
}
