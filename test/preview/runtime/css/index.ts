// The style sheet of a page's document: WeChat's own defaults for the built-ins.
import base from './base.css';
import content from './content.css';
import fields from './fields.css';
import controls from './controls.css';
import retired from './retired.css';
import scrolling from './scrolling.css';

export const pageCss = [base, content, fields, controls, retired, scrolling].join('\n');
