# Leaves of a file of a generated crate what one would write with derives alone.

# What is not a definition.
s/^impl\b.*?^\}\n//msg;
s/^(?:#\[cfg\(feature = "\w+"\)\]\n)?crate::support::[\w:]+! \{\n.*?^\}\n//msg;
s/^(?:#\[cfg\(feature = "\w+"\)\]\n)?crate::support::[^;]*;\n//mg;
s/^(?:#\[cfg\(feature = "\w+"\)\]\n)?(?:pub use support::[^;]*|mod support);\n//mg;
# What belongs to features.
s/^ *#\[cfg_attr\((?:\n.*?^ *\)|[^\n]*?\))\]\n//msg;
# The record.
s/^    #\[serde\(skip_deserializing\)\]\n    \w+: crate::support::[^\n]*\n//mg;
# What directs serde elsewhere.
s/^#\[serde\(crate = "crate::support::\w+"\)\]\n//mg;
s/^(#\[serde\()crate = "crate::support::\w+", /$1/mg;
s/(?:de)?serialize_with = "[^"]*",?\s*//g;
# All types read and write themselves, and are shown.
s/^use serde::[^;]*;\n//mg;
s/^#\[derive\(Clone, /#[derive(Debug, Clone, /mg;
s/^    Unknown\((String|i64)\),/    #[serde(untagged)]\n    Unknown($1),/mg;
s/^#\[derive\((.*?)(?:, Serialize)?(?:, Deserialize)?\)\]$/#[derive($1, serde::Serialize, serde::Deserialize)]/mg;
