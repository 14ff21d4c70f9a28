/*
 * The tools' import formats, one file each, as data: the headers in the tool's order, and the field under each.
 */
import type { ListFormat } from "../list-format.ts";
import { activecampaign } from "./activecampaign.ts";
import { brevo } from "./brevo.ts";
import { csv } from "./csv.ts";
import { googleAds } from "./google-ads.ts";
import { hubspot } from "./hubspot.ts";
import { klaviyo } from "./klaviyo.ts";
import { mailchimp } from "./mailchimp.ts";
import { meta } from "./meta.ts";
import { omnisend } from "./omnisend.ts";

/** Every format that `--for` knows. */
export const LIST_FORMATS: readonly ListFormat[] = [
  csv,
  mailchimp,
  klaviyo,
  activecampaign,
  hubspot,
  brevo,
  omnisend,
  googleAds,
  meta,
];
