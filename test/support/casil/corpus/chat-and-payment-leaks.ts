/** Leaks of chat, payment, mail and text message services. */
import { json, type VendorLeaks } from './leak.js';

export const CHAT_AND_PAYMENT_LEAKS: readonly VendorLeaks[] = [
  {
    vendor: 'Slack',
    page: 'https://docs.slack.dev/authentication/tokens',
    leaks: [
      (r) => `SLACK_BOT_TOKEN=xoxb-${r.digits(12)}-${r.digits(13)}-${r.alnum(24)}`,
      (r) => json({ ok: true, access_token: `xoxp-${r.digits(11)}-${r.digits(12)}-${r.digits(13)}-${r.hex(32)}` }),
      (r) => `const app = new App({ appToken: 'xapp-1-A0${r.upper(9)}-${r.digits(13)}-${r.hex(64)}' });`,
      (r) => json({ refresh_token: `xoxe-1-${r.base64url(146)}`, token: `xoxe.xoxp-1-${r.base64url(163)}` }),
      (r) =>
        `curl -X POST --data '{"text":"hi"}' https://hooks.slack.com/services/T0${r.upper(9)}/B0${r.upper(9)}/${r.alnum(24)}`,
    ],
  },
  {
    vendor: 'Discord',
    page: 'https://docs.discord.com/developers/reference',
    leaks: [
      (r) => `Authorization: Bot ${botNumber(r.digits(18))}.${r.base64url(6)}.${r.base64url(38)}`,
      (r) => json({ token: `${botNumber(r.digits(19))}.G${r.base64url(5)}.${r.base64url(38)}` }),
      (r) => json({ url: `https://discord.com/api/webhooks/${r.digits(19)}/${r.base64url(68)}` }),
    ],
  },
  {
    vendor: 'Telegram',
    page: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    leaks: [
      (r) => `https://api.telegram.org/bot${r.digits(10)}:AA${r.base64url(33)}/getMe`,
      (r) => `TELEGRAM_TOKEN="${r.digits(9)}:AA${r.base64url(33)}"`,
    ],
  },
  {
    vendor: 'Microsoft Teams',
    page: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using',
    leaks: [
      (r) =>
        `curl -d '{"text":"up"}' https://acme.webhook.office.com/webhookb2/${r.uuid()}@${r.uuid()}/IncomingWebhook/${r.hex(32)}/${r.uuid()}`,
    ],
  },
  {
    vendor: 'Google Chat',
    page: 'https://developers.google.com/workspace/chat/quickstart/webhooks',
    leaks: [
      (r) =>
        `https://chat.googleapis.com/v1/spaces/AAAA${r.alnum(7)}/messages?key=AIza${r.base64url(35)}&token=${r.base64url(43)}`,
    ],
  },
  {
    vendor: 'Twitch',
    page: 'https://dev.twitch.tv/docs/chat/authenticating/',
    leaks: [(r) => `PASS oauth:${r.lower(30)}\r\nNICK acmebot`],
  },
  {
    vendor: 'Meta',
    page: 'https://developers.facebook.com/docs/graph-api/get-started',
    leaks: [(r) => `curl "https://graph.facebook.com/v23.0/me?access_token=EAA${r.alnum(180)}ZDZD"`],
  },
  {
    vendor: 'LINE',
    page: 'https://developers.line.biz/en/reference/messaging-api/',
    leaks: [(r) => `LINE_CHANNEL_ACCESS_TOKEN=${r.base64(170)}=`],
  },
  {
    vendor: 'Stripe',
    page: 'https://docs.stripe.com/api/authentication',
    leaks: [
      (r) => `curl https://api.stripe.com/v1/charges -u sk_live_51${r.alnum(97)}:`,
      (r) => json({ stripe: { secret: `rk_live_51${r.alnum(97)}`, endpoint: `whsec_${r.alnum(32)}` } }),
      (r) => `STRIPE_SECRET_KEY=sk_test_${r.alnum(24)}`,
    ],
  },
  {
    vendor: 'Square',
    page: 'https://developer.squareup.com/docs/build-basics/using-rest-apis',
    leaks: [
      (r) => `curl -H 'Authorization: Bearer EAAA${r.base64url(60)}' https://connect.squareup.com/v2/locations`,
      (r) => json({ application_secret: `sq0csp-${r.base64url(43)}` }),
    ],
  },
  {
    vendor: 'PayPal',
    page: 'https://developer.paypal.com/braintree/docs/guides/authorization/overview/',
    leaks: [(r) => `gateway = Braintree(access_token: "access_token$production$${r.lower(16)}$${r.hex(32)}")`],
  },
  {
    vendor: 'Shopify',
    page: 'https://shopify.dev/docs/api/admin-rest',
    leaks: [
      (r) => `X-Shopify-Access-Token: shpat_${r.hex(32)}`,
      (r) => json({ SHOPIFY_API_SECRET: `shpss_${r.hex(32)}`, store: 'acme.myshopify.test' }),
    ],
  },
  {
    vendor: 'Adyen',
    page: 'https://docs.adyen.com/development-resources/api-authentication',
    leaks: [
      (r) => `x-API-key: AQEyhmfxL${r.base64(93)}==-${r.base64(43)}=-${r.alnum(16)}`,
      (r) => json({ hmacKey: r.of('0123456789ABCDEF', 64) }),
    ],
  },
  {
    vendor: 'Razorpay',
    page: 'https://razorpay.com/docs/api/authentication/',
    leaks: [(r) => `curl -u rzp_live_${r.alnum(14)}:${r.alnum(24)} https://api.razorpay.com/v1/payments`],
  },
  {
    vendor: 'Flutterwave',
    page: 'https://developer.flutterwave.com/docs/authentication',
    leaks: [(r) => `Authorization: Bearer FLWSECK-${r.hex(32)}-X`],
  },
  {
    vendor: 'Paystack',
    page: 'https://paystack.com/docs/api/authentication/',
    leaks: [(r) => `curl -H "Authorization: Bearer sk_live_${r.hex(40)}" https://api.paystack.co/customer`],
  },
  {
    vendor: 'Plaid',
    page: 'https://plaid.com/docs/api/items/',
    leaks: [(r) => json({ access_token: `access-production-${r.uuid()}`, item_id: r.alnum(37) })],
  },
  {
    vendor: 'Mollie',
    page: 'https://docs.mollie.com/reference/authentication',
    leaks: [(r) => `-H "Authorization: Bearer live_${r.alnum(30)}"`],
  },
  {
    vendor: 'Paddle',
    page: 'https://developer.paddle.com/api-reference/about/authentication',
    leaks: [(r) => `Authorization: Bearer pdl_live_apikey_01${r.lower(24)}_${r.alnum(22)}_${r.alnum(3)}`],
  },
  {
    vendor: 'WooCommerce',
    page: 'https://woocommerce.github.io/woocommerce-rest-api-docs/',
    leaks: [(r) => `curl https://shop.test/wp-json/wc/v3/orders -u ck_${r.hex(40)}:cs_${r.hex(40)}`],
  },
  {
    vendor: 'EasyPost',
    page: 'https://docs.easypost.com/docs/authentication',
    leaks: [(r) => `curl -u EZAK${r.alnum(54)}: https://api.easypost.com/v2/addresses`],
  },
  {
    vendor: 'Shippo',
    page: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    leaks: [(r) => `Authorization: ShippoToken shippo_live_${r.hex(40)}`],
  },
  {
    vendor: 'SendGrid',
    page: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/api-getting-started',
    leaks: [
      (r) => `echo "export SENDGRID_API_KEY='SG.${r.base64url(22)}.${r.base64url(43)}'" > sendgrid.env`,
      (r) => json({ smtp: { user: 'apikey', pass: `SG.${r.base64url(22)}.${r.base64url(43)}` } }),
    ],
  },
  {
    vendor: 'Mailgun',
    page: 'https://documentation.mailgun.com/docs/mailgun/quickstart',
    leaks: [
      (r) => `curl -s --user 'api:key-${r.hex(32)}' https://api.mailgun.net/v3/mg.acme.test/messages`,
      (r) => `MAILGUN_API_KEY=${r.hex(32)}-${r.hex(8)}-${r.hex(8)}`,
    ],
  },
  {
    vendor: 'Mailchimp',
    page: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
    leaks: [(r) => `mailchimp.setConfig({ apiKey: "${r.hex(32)}-us${r.between(1, 21)}", server: "us6" });`],
  },
  {
    vendor: 'Postmark',
    page: 'https://postmarkapp.com/developer/api/overview',
    leaks: [(r) => `curl "https://api.postmarkapp.com/email" -H "X-Postmark-Server-Token: ${r.uuid()}"`],
  },
  {
    vendor: 'Twilio',
    page: 'https://www.twilio.com/docs/usage/requests-to-twilio',
    leaks: [
      (r) => `curl -u AC${r.hex(32)}:${r.hex(32)} https://api.twilio.com/2010-04-01/Accounts.json`,
      (r) => `TWILIO_AUTH_TOKEN=${r.hex(32)}`,
      (r) => json({ sid: `SK${r.hex(32)}`, secret: r.alnum(32) }),
    ],
  },
  {
    vendor: 'Brevo',
    page: 'https://developers.brevo.com/docs/getting-started',
    leaks: [(r) => `api-key: xkeysib-${r.hex(64)}-${r.alnum(16)}`],
  },
  {
    vendor: 'Resend',
    page: 'https://resend.com/docs/api-reference/introduction',
    leaks: [(r) => `const resend = new Resend('re_${r.alnum(8)}_${r.alnum(24)}');`],
  },
  {
    vendor: 'Vonage',
    page: 'https://developer.vonage.com/en/getting-started/concepts/authentication',
    leaks: [(r) => `VONAGE_API_KEY=${r.hex(8)}\nVONAGE_API_SECRET=${r.alnum(16)}`],
  },
];

/** Discord writes the number of a bot in base64 without padding. */
function botNumber(number: string): string {
  return Buffer.from(number).toString('base64').replaceAll('=', '');
}
