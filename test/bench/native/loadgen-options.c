#include "loadgen-options.h"

struct loadgen_options options = {.window = 1, .measure_ms = 1000, .stall_ms = 10000};

static const struct {
  const char *name;
  uint64_t *value;
} option_names[] = {
    {"pid", &options.pid},             /* process whose CPU time and memory are read */
    {"window", &options.window},       /* publishes in flight per publisher */
    {"packed", &options.packed},       /* 1: what can be sent at once goes into one WebSocket message */
    {"ack", &options.ack},             /* 1: a publish is done when it is acknowledged */
    {"warmup-cpu-ms", &options.warmup_cpu_ms}, /* CPU time the server uses before measuring begins */
    {"measure-ms", &options.measure_ms},
    {"limit", &options.limit}, /* publishes per publisher; 0: until the time is over */
    {"rate", &options.rate},   /* publishes per second, all publishers together; 0: closed loop */
    {"stall-ms", &options.stall_ms}, /* nothing arriving for this long means that it is lost */
    {"idle-ms", &options.idle_ms}, /* only connect, wait this long and read the memory */
};

void read_options(int count, char **arguments) {
  for (int i = 0; i < count; i++) {
    const char *equals = strchr(arguments[i], '=');
    size_t length = equals == NULL ? 0 : (size_t)(equals - arguments[i]), known = sizeof option_names / sizeof *option_names;
    size_t j = 0;
    while (j < known && (strlen(option_names[j].name) != length || strncmp(arguments[i], option_names[j].name, length) != 0))
      j++;
    if (j == known) die("unknown option %s", arguments[i]);
    *option_names[j].value = strtoull(equals + 1, NULL, 10);
  }
}
