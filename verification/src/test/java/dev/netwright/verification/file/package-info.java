/** Networks that are kept in files, and files of other programs. */
package dev.netwright.verification.file;
