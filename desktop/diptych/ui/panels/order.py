"""The choice of an order for the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from diptych.model.listing import Order


class OrderButton(QToolButton):
    """A word that says how the list is sorted, with a menu of the other ways."""

    order_changed = Signal(Order)
    """The reader chose another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "link")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order = Order.DATE
        self._actions: dict[Order, QAction] = {}
        group, menu = QActionGroup(self), QMenu(self)
        for order in (Order.DATE, Order.OUTLET, Order.TITLE, Order.RELEVANCE):
            action = menu.addAction(self._label(order))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, order=order: self._choose(order))
            group.addAction(action)
            self._actions[order] = action
        self.setMenu(menu)
        self.set_order(Order.DATE)

    def set_order(self, order: Order) -> None:
        """Show ``order`` as the one in force."""
        self._order = order
        self._actions[order].setChecked(True)
        self.setText(f"{self._label(order)} ▾")
        self.setAccessibleName(self.tr("Order: {order}").format(order=self._label(order)))

    def order(self) -> Order:
        """The order in force."""
        return self._order

    def _choose(self, order: Order) -> None:
        if order is not self._order:
            self.set_order(order)
            self.order_changed.emit(order)

    def _label(self, order: Order) -> str:
        return {
            Order.DATE: self.tr("Newest first"),
            Order.OUTLET: self.tr("By outlet"),
            Order.TITLE: self.tr("By headline"),
            Order.RELEVANCE: self.tr("Best match"),
        }[order]
