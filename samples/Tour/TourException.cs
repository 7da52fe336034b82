namespace Tour;

/// <summary>A problem that ends the tour; its message says what the user can do about it.</summary>
internal sealed class TourException(string message) : Exception(message);
