/* What a process has used: CPU time of all its threads and resident memory, from /proc (proc(5)). */
#ifndef PROCESS_USAGE_H
#define PROCESS_USAGE_H
#include "base.h"

/* Nanoseconds on a core. schedstat is exact; where the kernel lacks it, stat counts whole clock ticks. */
uint64_t process_cpu_ns(int pid);
/* Resident set in bytes. */
uint64_t process_resident_bytes(int pid);
#endif
