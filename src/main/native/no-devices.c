/*
 * Stands in for libavdevice, so that ffmpeg starts on machines without sound and display
 * libraries, and cannot reach a device. Built once, into
 * src/main/resources/io/keyreel/media/decode/libavdevice.so.62:
 *
 * echo 'LIBAVDEVICE_62 { global: *; };' > /tmp/no-devices.map
 * gcc -Os -nostdlib -shared -fno-asynchronous-unwind-tables -s -o libavdevice.so.62 no-devices.c \
 *   -Wl,-soname,libavdevice.so.62 -Wl,--version-script=/tmp/no-devices.map -Wl,--build-id=none \
 *   -Wl,-z,norelro -Wl,-z,noseparate-code -Wl,--hash-style=sysv
 */
void avdevice_register_all(void) {}
unsigned avdevice_version(void) { return 62u << 16; }
const char *avdevice_configuration(void) { return ""; }
int avdevice_list_input_sources(void) { return -38; }
int avdevice_list_output_sinks(void) { return -38; }
void avdevice_free_list_devices(void) {}
const void *av_input_audio_device_next(const void *d) { return 0; }
const void *av_input_video_device_next(const void *d) { return 0; }
const void *av_output_audio_device_next(const void *d) { return 0; }
const void *av_output_video_device_next(const void *d) { return 0; }
