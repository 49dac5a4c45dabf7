/* What every file of the load generator and the reference server needs: failing loudly, time, growing buffers. */
#ifndef BASE_H
#define BASE_H
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static inline void die(const char *format, ...) {
  va_list args;
  va_start(args, format);
  vfprintf(stderr, format, args);
  va_end(args);
  fputc('\n', stderr);
  exit(2);
}

static inline uint64_t now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/* As many open files as the system allows this user; ten thousand connections need as many. */
static inline void raise_open_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) die("getrlimit: %s", strerror(errno));
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) die("setrlimit: %s", strerror(errno));
}

static inline void *allocate(size_t bytes) {
  void *memory = calloc(1, bytes > 0 ? bytes : 1);
  if (memory == NULL) die("out of memory");
  return memory;
}

typedef struct {
  uint8_t *data;
  size_t length, capacity;
} buffer;

/* Room for `extra` more bytes at the end; the caller adds what it writes to `length`. */
static inline uint8_t *buffer_reserve(buffer *b, size_t extra) {
  if (b->length + extra > b->capacity) {
    b->capacity = (b->length + extra) * 2 + 64;
    b->data = realloc(b->data, b->capacity);
    if (b->data == NULL) die("out of memory");
  }
  return b->data + b->length;
}

static inline void buffer_append(buffer *b, const void *data, size_t length) {
  memcpy(buffer_reserve(b, length), data, length);
  b->length += length;
}

static inline void buffer_drop_front(buffer *b, size_t length) {
  b->length -= length;
  if (b->length > 0) memmove(b->data, b->data + length, b->length);
}

/* A varint of at most 10 bytes (Protobuf encoding); 0 bytes used means it is not all there yet. */
static inline size_t read_varint(const uint8_t *p, const uint8_t *end, uint64_t *value) {
  uint64_t result = 0;
  for (size_t i = 0; i < 10; i++) {
    if (p + i >= end) return 0;
    result |= (uint64_t)(p[i] & 0x7f) << (7 * i);
    if ((p[i] & 0x80) == 0) {
      *value = result;
      return i + 1;
    }
  }
  die("a varint longer than 10 bytes");
  return 0;
}

static inline size_t write_varint(uint8_t *p, uint64_t value) {
  size_t i = 0;
  for (; value >= 0x80; value >>= 7) p[i++] = (uint8_t)(value | 0x80);
  p[i++] = (uint8_t)value;
  return i;
}
#endif
