package dev.segmentation.shared.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails.
 *
 * @param from the address of the sender
 */
@ConfigurationProperties("segmentation.mail")
public record MailProperties(@DefaultValue("user-segmentation@localhost") String from) {
}
