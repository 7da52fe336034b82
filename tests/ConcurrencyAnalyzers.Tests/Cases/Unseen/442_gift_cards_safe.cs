// The mutable card stays inside; callers get a record struct that was copied from it under the lock. difficulty: medium
namespace Cases.U442;

public readonly record struct CardStatement(string Number, decimal Balance, int Uses);

public sealed class GiftCards
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Card> _cards = [];

    public void Load(string number, decimal amount)
    {
        lock (_gate)
        {
            if (!_cards.TryGetValue(number, out var card))
            {
                _cards[number] = card = new Card();
            }
            card.Balance += amount;
        }
    }

    public CardStatement? Pay(string number, decimal amount)
    {
        lock (_gate)
        {
            if (!_cards.TryGetValue(number, out var card) || card.Balance < amount)
            {
                return null;
            }
            card.Balance -= amount;
            card.Uses++;
            return card.ToStatement(number);
        }
    }

    private sealed class Card
    {
        public decimal Balance;
        public int Uses;

        public CardStatement ToStatement(string number) => new(number, Balance, Uses);
    }
}
