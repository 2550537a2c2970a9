#pragma once

namespace covision::app {

/// covision serve | deid | schema | admin …; returns the exit code: 0 done, 1 what was asked for found something,
/// 2 wrong use or a start that failed, said in one sentence on standard error.
int command_line(int argc, char** argv);

}  // namespace covision::app
