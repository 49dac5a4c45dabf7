/* Settings of the load generator, given as key=value; loadgen-options.c says what each means. */
#ifndef LOADGEN_OPTIONS_H
#define LOADGEN_OPTIONS_H
#include "base.h"

extern struct loadgen_options {
  uint64_t pid, window, packed, ack, warmup_cpu_ms, measure_ms, limit, rate, idle_ms, stall_ms;
} options;

void read_options(int count, char **arguments);
#endif
