/** Everything between a button and tickets; fetched when somebody presses it. */
import '../shop/shop.ts';
import '../seat-map/seat-map.ts';
import '../ticket-types/ticket-types.ts';
import '../cart/cart.ts';
import '../checkout/checkout.ts';
import '../order/order.ts';
