// A day that is none stays as it was typed, and the server says what is wrong with it: the chooser
// would put another day in its place ("31/02/2027" became 03/03/2027).
const chooser = window.jQuery?.fn.datetimepicker;
if (chooser) chooser.defaults.validateOnBlur = false;
