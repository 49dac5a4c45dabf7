#include "process-usage.h"
#include <dirent.h>
#include <unistd.h>

static int read_file(const char *path, char *text, size_t capacity) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return 0;
  size_t length = fread(text, 1, capacity - 1, file);
  fclose(file);
  text[length] = 0;
  return length > 0;
}

static uint64_t cpu_ns_by_ticks(int pid) {
  char path[64], text[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  if (!read_file(path, text, sizeof text)) die("process %d is gone", pid);
  /* The name in parentheses may hold blanks; fields are counted behind it. */
  const char *rest = strrchr(text, ')');
  unsigned long user = 0, system = 0;
  if (rest == NULL || sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
    die("%s reads differently than proc(5) says", path);
  return (uint64_t)(user + system) * (1000000000u / (uint64_t)sysconf(_SC_CLK_TCK));
}

uint64_t process_cpu_ns(int pid) {
  char path[300], text[256];
  snprintf(path, sizeof path, "/proc/%d/task", pid);
  DIR *tasks = opendir(path);
  if (tasks == NULL) die("process %d is gone", pid);
  uint64_t total = 0;
  for (struct dirent *task; (task = readdir(tasks)) != NULL;) {
    if (task->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", pid, task->d_name);
    if (read_file(path, text, sizeof text)) total += strtoull(text, NULL, 10);
  }
  closedir(tasks);
  return total > 0 ? total : cpu_ns_by_ticks(pid);
}

uint64_t process_resident_bytes(int pid) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/%d/status", pid);
  if (!read_file(path, text, sizeof text)) die("process %d is gone", pid);
  const char *line = strstr(text, "VmRSS:");
  if (line == NULL) die("%s shows no VmRSS", path);
  return strtoull(line + 6, NULL, 10) * 1024;
}
