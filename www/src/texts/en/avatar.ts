/**
 * The picture that one shows of oneself.
 */
export const avatar = {
  title: "Picture",
  note: "Beside your name, for those who work with you. You can also drop or paste one here.",
  preview: "This is how it will stand beside your name. Nobody sees it before you save it.",
  choose: "Choose picture",
  replace: "Replace picture",
  other: "Choose another",
  save: "Save picture",
  saving: "Your picture is being saved.",
  remove: "Remove picture",
  removed: "Your picture is removed.",
  tooLarge: "This file is larger than 20 MB. Choose a smaller one.",
  tooOften: (when: string) => `You have sent 20 pictures today, and that is all for a day. Again from ${when}.`,
};
