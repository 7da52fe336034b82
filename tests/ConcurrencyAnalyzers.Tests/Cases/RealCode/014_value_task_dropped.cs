// Nobody awaits the ValueTask: the next turn runs beside it.
namespace Cases.R014;

public sealed class Inbox
{
    private readonly Queue<string> _letters = new();

    public async Task FillAsync(IEnumerable<string> letters)
    {
        foreach (var letter in letters)
        {
            var stored = StoreAsync(letter);
            await Task.Delay(1);
            if (letter.Length == 0)
                await stored;
        }
    }

    private ValueTask StoreAsync(string letter) => new(Task.Run(() =>
        _letters.Enqueue(letter)));  // expect: RACE
}
