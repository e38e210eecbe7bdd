package dev.segmentation.account.link;

/**
 * A one-time link that was just made. Its secret is shown now and never again.
 */
public record IssuedLink(AccountLink link, LinkSecret secret) {
}
