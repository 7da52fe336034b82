// Workers are mapped to threads that run them: each has its own number, and all of them were given one list.
namespace ThreadForEachWorker;

public sealed class Picker(int row, List<string> basket)
{
    private int _picked;

    public int Picked => _picked;

    public void Pick()
    {
        for (int i = 0; i < 10; i++)
        {
            basket.Add($"{row}/{i}"); // expect: RACE
            _picked++;
        }
    }
}

public sealed class Sorter(Dictionary<string, int> grades, string name)
{
    public void Sort() => grades[name] = name.Length; // expect: RACE
}

public static class Harvest
{
    public static List<string> Gather(int rows)
    {
        var basket = new List<string>();
        var pickers = Enumerable.Range(0, rows).Select(row => new Picker(row, basket)).ToList();
        var threads = pickers.Select(picker => new Thread(() => picker.Pick())).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return basket;
    }

    public static Dictionary<string, int> Grade(string[] apples)
    {
        var grades = new Dictionary<string, int>();
        var threads = apples.Select(apple => new Sorter(grades, apple)).Select(sorter => new Thread(() => sorter.Sort())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return grades;
    }
}
