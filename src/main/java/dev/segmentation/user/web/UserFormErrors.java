package dev.segmentation.user.web;

import dev.segmentation.user.UserField;
import dev.segmentation.user.UserTakenException;

import org.springframework.validation.BindingResult;

/**
 * What only the pool knows to be wrong with a form.
 */
final class UserFormErrors {

	private UserFormErrors() {
	}

	/**
	 * Says beside each field that another user has it.
	 */
	static void reject(BindingResult form, UserTakenException ex) {
		for (UserField field : ex.fields()) {
			switch (field) {
				case LOGIN -> form.rejectValue("login", "users.login.taken");
				case EMAIL -> form.rejectValue("email", "users.email.taken");
				case EXTERNAL_ID -> form.rejectValue("externalId", "users.externalId.taken");
				case ID -> throw ex;
			}
		}
	}

}
