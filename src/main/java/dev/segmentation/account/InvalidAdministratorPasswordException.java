package dev.segmentation.account;

/**
 * The password for the first administrator breaks a rule. The message names the setting
 * and the rule.
 */
public class InvalidAdministratorPasswordException extends RuntimeException {

	InvalidAdministratorPasswordException(String message) {
		super(message);
	}

}
