import type { RareWords } from './index.ts';

export const de: RareWords = {
  errors: {
    area_full: 'So viele Plätze sind hier nicht mehr frei. Wählen Sie weniger oder einen anderen Bereich.',
    seat_left_alone: 'So bliebe ein einzelner Platz übrig. Rücken Sie einen Platz weiter oder nehmen Sie ihn dazu.',
    not_found: 'Wir finden das nicht (mehr). Vielleicht ist es inzwischen zu Ende.',
    total_changed: 'Der Preis hat sich inzwischen geändert. Prüfen Sie die neue Summe und bestätigen Sie erneut.',
    rate_limited: 'Das war etwas zu schnell. Warten Sie eine halbe Minute und versuchen Sie es erneut.',
    payment_refused: 'Die Zahlung konnte nicht beginnen. Es wurde nichts abgebucht. Bitte versuchen Sie es erneut.',
    payment_provider_unavailable:
      'Bezahlen ist im Moment nicht möglich. Ihre Plätze bleiben Ihnen; versuchen Sie es gleich noch einmal.',
    partner_unavailable:
      'Dieses Haus ist im Moment nicht erreichbar. Versuchen Sie es gleich noch einmal; der Rest Ihrer Auswahl bleibt bestehen.',
    return_code_used:
      'Dieser Rückkehrlink wurde bereits benutzt. Sie finden Ihre Bestellung in der E-Mail, die wir Ihnen geschickt haben.',
    cart_empty: 'Ihr Warenkorb ist leer. Wählen Sie zuerst Ihre Plätze.',
    companion_alone: 'Ein Begleitplatz gehört zum Rollstuhlplatz daneben. Wählen Sie beide zusammen.',
    wheelchair_place_protected: 'Diesen Platz halten wir für jemanden frei, der im Rollstuhl kommt.',
    too_many_places:
      'So viele Plätze können Sie nicht auf einmal wählen. Für eine Gruppe rufen Sie uns an oder schreiben Sie uns.',
    price_type_unknown: 'Dieser Tarif gilt nicht für diesen Platz. Wählen Sie einen anderen.',
    cart_closed: 'Dieser Warenkorb wurde bereits bestellt. Wählen Sie erneut, wenn Sie weitere Plätze möchten.',
    hold_cap_reached:
      'Länger als zwei Stunden können wir Plätze nicht freihalten. Schließen Sie jetzt ab oder wählen Sie später erneut.',
    places_available:
      'Es gibt doch Plätze: Sie brauchen nicht zu warten. Laden Sie die Seite neu und wählen Sie Ihre Plätze.',
    quota_reached: 'Über diese Website gibt es hierfür keine Plätze mehr. Vielleicht hat das Haus selbst noch welche.',
    hold_part_expired:
      'Ein Teil Ihrer Auswahl konnte nicht länger freigehalten werden. Bitte prüfen Sie, was noch in Ihrem Warenkorb liegt.',
    request_in_progress: 'Wir sind noch dabei. Warten Sie einen Moment und versuchen Sie es erneut.',
    not_on_sale: 'Diese Vorstellung ist derzeit nicht im Verkauf.',
    token_invalid: 'Ihr Warenkorb ist nicht mehr gültig. Laden Sie die Seite neu und beginnen Sie von vorn.',
    invalid_json: 'Beim Senden ging etwas schief. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    method_not_allowed: 'Das geht hier nicht. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    json_required: 'Beim Senden ging etwas schief. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    body_too_large: 'Das ist zu viel auf einmal. Wählen Sie weniger Plätze.',
    idempotency_key_reused: 'Beim Senden ging etwas schief. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    return_url_not_allowed:
      'Von dieser Seite aus können Sie nicht bezahlen. Bitte gehen Sie zur Website des Hauses selbst.',
    origin_not_allowed:
      'Diese Website darf für dieses Haus keine Tickets verkaufen. Bitte gehen Sie zur Website des Hauses selbst.',
    token_missing: 'Wir finden Ihren Warenkorb nicht mehr. Laden Sie die Seite neu und beginnen Sie von vorn.',
    duplicate_seat: 'Derselbe Platz wurde zweimal gewählt.',
    seat_unknown: 'Diesen Platz gibt es im Saalplan nicht. Laden Sie die Seite neu.',
    area_unknown: 'Diesen Bereich gibt es im Saalplan nicht. Laden Sie die Seite neu.',
    performance_unknown: 'Wir finden diese Vorstellung nicht. Vielleicht wurde sie verlegt oder abgesagt.',
    not_returnable: 'Diese Karten können nicht mehr zurückgegeben werden.',
    order_not_payable: 'Diese Bestellung kann nicht mehr bezahlt werden. Bitte wählen Sie Ihre Plätze erneut.',
    order_not_cancellable: 'Diese Bestellung kann nicht mehr storniert werden.',
    email_not_changeable:
      'Die E-Mail-Adresse dieser Bestellung kann hier nicht mehr geändert werden. Bitte wenden Sie sich an uns.',
    address_cap_reached:
      'Aus Ihrem Netzwerk werden gerade viele Plätze freigehalten. Warten Sie einen Moment und versuchen Sie es erneut.',
    code_unknown: 'Diesen Code kennen wir nicht. Bitte prüfen Sie ihn, oder fragen Sie uns.',
    code_expired: 'Dieser Code ist nicht mehr gültig.',
    voucher_empty: 'Auf diesem Gutschein ist nichts mehr.',
    formula_unknown: 'Dieses Abo gibt es nicht mehr.',
    product_unknown: 'Das verkaufen wir nicht mehr.',
    product_not_offered: 'Das gehört zu einer anderen Karte, oder es sind zu viele.',
    price_type_locked: 'Für diesen Preis brauchen Sie einen Pass.',
    pass_fully_used: 'Mit diesem Pass kann derzeit nichts mehr reserviert werden.',
    subscription_incomplete: 'Ihr Abonnement ist noch nicht vollständig.',
    not_withdrawable: 'Ein Widerruf ist nicht mehr möglich.',
    uitpas_not_offered: 'Der UiTPAS kann für diese Vorstellung nicht benutzt werden.',
    uitpas_event_unknown: 'UiTPAS kennt diese Vorstellung nicht. Nehmen Sie den normalen Preis, oder fragen Sie uns.',
    uitpas_number_invalid: 'Diese UiTPAS-Nummer stimmt nicht. Bitte prüfen Sie die 13 Ziffern auf Ihrer Karte.',
    uitpas_passholder_unknown: 'UiTPAS kennt diese Nummer nicht. Bitte prüfen Sie die 13 Ziffern auf Ihrer Karte.',
    uitpas_card_invalid: 'Dieser UiTPAS kann hier nicht benutzt werden.',
    uitpas_card_blocked: 'Dieser UiTPAS ist gesperrt.',
    uitpas_tariff_expired: 'Der Sozialtarif dieses UiTPAS ist abgelaufen.',
    uitpas_tariff_suspended: 'Der Sozialtarif dieses UiTPAS ruht zurzeit.',
    uitpas_coupon_invalid: 'Dieser UiTPAS-Gutschein ist nicht mehr gültig.',
    uitpas_proof_unreadable: 'Ihre UiTPAS-Nummer kam nicht richtig an. Bitte geben Sie sie erneut ein.',
    uitpas_maximum_reached:
      'Mit diesem UiTPAS gibt es keine Karten mehr zu diesem Tarif. Nehmen Sie den normalen Preis.',
    uitpas_tariff_gone:
      'Diesen UiTPAS-Tarif gibt es nicht mehr. Fragen Sie ihn neu an, oder nehmen Sie den normalen Preis.',
    uitpas_unavailable:
      'UiTPAS antwortet zurzeit nicht. Versuchen Sie es gleich noch einmal, oder nehmen Sie den normalen Preis.',
  },
  reasons: {
    'seats-lost': 'Ihre Zahlung kam an, als Ihre Plätze schon an jemand anderen verkauft waren. Das tut uns leid.',
    'paid-twice': 'Diese Bestellung wurde zweimal bezahlt; einmal genügt.',
    'paid-after-cancel': 'Ihre Zahlung kam an, nachdem die Bestellung storniert worden war.',
    'payment-mismatch': 'Der gezahlte Betrag stimmt nicht mit der Bestellung überein. Wir prüfen das und melden uns.',
    'charged-back': 'Ihre Bank hat die Zahlung zurückgebucht; deshalb sind diese Tickets nicht mehr gültig.',
    'performance-cancelled':
      'Eine Vorstellung findet nicht statt. Das Geld dafür erhalten Sie auf dem Zahlungsweg zurück.',
    'voucher-used':
      'Ein Gutschein, der einen Teil bezahlte, war schon eingelöst, als Ihre Zahlung ankam. Sie erhalten Ihr Geld zurück.',
    withdrawn: 'Sie haben einen Gutschein oder Pass widerrufen. Sie erhalten das Geld zurück.',
  },
  order: {
    cancelledLate: 'War Ihre Zahlung schon unterwegs, erhalten Sie sie zurück.',
    confirmingHint: 'Diese Seite ergänzt sich von selbst, und Sie erhalten eine Mail, sobald alle Tickets da sind.',
    partlyHint: 'Ihre Tickets für den Rest finden Sie unten und in Ihrem Postfach.',
    refundUnderWay: (amount) =>
      `Wir erstatten ${amount} auf dem Weg, auf dem Sie bezahlt haben. Das kann einige Werktage dauern.`,
    refundDone: (amount) => `Wir haben ${amount} auf dem Weg erstattet, auf dem Sie bezahlt haben.`,
    refundFailed: (amount) =>
      `Die Erstattung von ${amount} hat nicht von selbst geklappt. Wir prüfen das und melden uns bei Ihnen.`,
    partLost: (centre, amount) =>
      `${centre} konnte diese Plätze nicht mehr geben. Dafür erhalten Sie ${amount} zurück; der Rest Ihrer Bestellung bleibt gültig.`,
    partCancelled: (centre) => `Die Plätze bei ${centre} wurden storniert.`,
  },
};
