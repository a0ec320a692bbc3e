from customers import Customer


class Order:
    by: Customer
