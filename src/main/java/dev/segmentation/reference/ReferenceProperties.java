package dev.segmentation.reference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The user of the reference service's database. The address is an argument of the
 * command.
 *
 * @param username empty for the user of the operating system
 * @param password empty for none, or for one in the file .pgpass
 */
@ConfigurationProperties("segmentation.reference")
public record ReferenceProperties(@DefaultValue("") String username, @DefaultValue("") String password) {

	@Override
	public String toString() {
		return "ReferenceProperties[username=" + this.username + "]";
	}

}
