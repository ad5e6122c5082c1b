// What html-validate is asked: all that it recommends, but for three rules that say more than HTML does.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The boxes of one filter share a name; the standard's own example of checkboxes does so too.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit", "reset"] }],
    // A title is as long as its author wrote it: an official title must not be cut.
    "long-title": "off",
    // Django's template tags leave blank lines; white space between elements says nothing.
    "no-trailing-whitespace": "off",
  },
};
