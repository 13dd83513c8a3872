package dev.netwright.runtime.file;

/**
 * What a zip file says of one entry, at its data and once more in the directory at the end.
 *
 * @param name   its name
 * @param offset where its header begins
 * @param method how it is packed
 * @param crc    the checksum of its bytes
 * @param packed bytes in the file
 * @param size   bytes when they are unpacked
 */
record ZipItem(String name, long offset, int method, long crc, long packed, long size) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
}
