/** That pages of the documentation say what is so. */
package dev.netwright.verification.pages;
