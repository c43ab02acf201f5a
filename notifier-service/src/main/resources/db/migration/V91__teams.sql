-- To whom an app belongs, as its source says.

alter table case_file
  add column team text;
