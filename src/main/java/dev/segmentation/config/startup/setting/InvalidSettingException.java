package dev.segmentation.config.startup.setting;

/**
 * A setting is invalid. The message is one sentence with its name, its value and the
 * allowed values.
 */
class InvalidSettingException extends RuntimeException {

	InvalidSettingException(String message) {
		super(message);
	}

}
