namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>What members of collections ask and do, by the kind of collection and the name of the member.</summary>
internal static class CollectionSteps
{
    private const string Concurrent = "System.Collections.Concurrent.";

    public static bool IsConcurrent(string typeKey) => typeKey.StartsWith(Concurrent, StringComparison.Ordinal);

    public static (Question? Asks, Deed? Does) Of(string typeKey, string member)
    {
        if (member is "Clear")
            return (null, Deed.Clear);
        if (member is "get_Count" or "get_IsEmpty" or "get_Length" or "get_IsCompleted")
            return (Question.Amount, null);
        if (member is "ToArray" or "CopyTo" or "get_Values" or "get_Keys" or "ToImmutableArray" or "ToList")
            return (Question.Items, null);
        var name = typeKey.Substring(typeKey.LastIndexOf('.') + 1);
        if (name.Contains("Dictionary") || name is "SortedList`2" or "SortedList" or "Hashtable")
            return OfDictionary(member);
        if (name.Contains("Set`1"))
            return OfSet(member);
        if (name.Contains("Queue") || name.Contains("Stack") || name is "ConcurrentBag`1" or "BlockingCollection`1")
            return OfQueue(member);
        return name is "List`1" or "LinkedList`1" or "ArrayList" || name.Contains("Collection`") ? OfList(member) : default;
    }

    /// <summary>Methods of LINQ on what a collection holds.</summary>
    public static (Question? Asks, Deed? Does) OfQuery(string member) => member switch
    {
        "Any" or "Count" or "LongCount" => (Question.Amount, null),
        "Contains" => (Question.Presence, null),
        "Where" or "OrderBy" or "OrderByDescending" or "Min" or "Max" or "MinBy" or "MaxBy" => (Question.Value, null),
        "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" => (Question.Value, null),
        "First" or "Last" or "Single" or "ElementAt" => (Question.Value, Deed.Get),
        "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" => (Question.Items, null),
        _ => default,
    };

    private static (Question?, Deed?) OfDictionary(string member) => member switch
    {
        "ContainsKey" or "Contains" or "TryGetValue" => (Question.Presence, null),
        "GetValueOrDefault" or "GetOrAdd" => (Question.Value, null),
        "get_Item" => (Question.Value, Deed.Get),
        "set_Item" => (null, Deed.Set),
        "Add" => (null, Deed.Add),
        "TryAdd" => (null, Deed.TryAdd),
        "Remove" or "TryRemove" => (null, Deed.Remove),
        "AddOrUpdate" => (Question.Value, Deed.Change),
        _ => default,
    };

    private static (Question?, Deed?) OfSet(string member) => member switch
    {
        "Contains" => (Question.Presence, null),
        "Add" => (null, Deed.Include),
        "Remove" => (null, Deed.Remove),
        _ => default,
    };

    private static (Question?, Deed?) OfQueue(string member) => member switch
    {
        "Contains" => (Question.Presence, null),
        "TryPeek" => (Question.Front, null),
        "Peek" => (Question.Front, Deed.Take),
        "Dequeue" or "Pop" or "Take" => (null, Deed.Take),
        "TryDequeue" or "TryPop" or "TryTake" => (null, Deed.TryTake),
        "Enqueue" or "Push" or "Add" => (null, Deed.Append),
        _ => default,
    };

    private static (Question?, Deed?) OfList(string member) => member switch
    {
        "Contains" or "Exists" or "Find" => (Question.Presence, null),
        "IndexOf" or "FindIndex" or "LastIndexOf" or "BinarySearch" => (Question.Position, null),
        "get_Item" => (Question.Value, Deed.Get),
        "get_First" or "get_Last" => (Question.Front, null),
        "set_Item" or "Insert" or "RemoveAt" or "RemoveRange" => (null, Deed.Move),
        "RemoveFirst" or "RemoveLast" => (null, Deed.Take),
        "Add" or "AddLast" or "AddFirst" => (null, Deed.Append),
        "Remove" => (null, Deed.Remove),
        _ => default,
    };
}
