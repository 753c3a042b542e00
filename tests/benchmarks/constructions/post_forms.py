"""Tables of the family `posts`: how a round-up introduces posts, comments and press quotes."""

from tests.benchmarks.constructions.drawing import pieces

POSTS = pieces("""
{full}, who blogs at {blog}, writes:|full;;;blog
{full}, who writes at {blog}, is not convinced:|full;;;blog
Blogger {full}, who writes at {blog}, is not convinced:|full;Blogger;;blog
{full}, {a_trade} who blogs at {blog}, asks:|full;{trade};;blog
{full}, {a_trade} who writes the blog {blog}, asks:|full;{trade};;blog
At {blog}, {full} writes:|full;;;blog
At {blog}, {full}, {a_trade}, writes:|full;{trade};;blog
Over at {blog}, {full} sums it up:|full;;;blog
On {his} blog {blog}, {full} writes:|full;;;blog
On the blog {blog}, {full} writes:|full;;;blog
{full} writes at {blog}:|full;;;blog
{full} of {blog} writes:|full;;;blog
{full}, of {blog}, writes:|full;;;blog
{full} from {blog} writes:|full;;;blog
{full} ({blog}) writes:|full;;;blog
{full}, blogging at {blog}, says:|full;;;blog
Writing at {blog}, {full} says:|full;;;blog
Blogging at {blog}, {full} has a question:|full;;;blog
In a post on {blog}, {full} writes:|full;;;blog
In a long post on {blog}, {full}, {a_trade}, explains:|full;{trade};;blog
{full}, author of the blog {blog}, writes:|full;author;;blog
{full}, {a_trade} from {place}, runs the blog {blog}. {He} writes:|full;{trade};;blog
{full}, {a_trade} from {place}, keeps a blog called {blog}. {He} writes:|full;{trade};;blog
Blogger {full} wrote:|full;Blogger;;none
Another blogger, {full}, disagrees:|full;blogger;;none
The blog {blog} has this to say:|blog;*;;blog
{blog} writes:|blog;;;blog
The blog {blog} writes:|blog;*;;blog
{full}, {a_trade} from {place}, wrote on {platform}:|full;{trade};;platform
On {platform}, {full} wrote:|full;;;platform
On {platform}, {full}, {a_trade}, wrote:|full;{trade};;platform
In a Facebook post, {full} wrote:|full;;;facebook
On {his} Facebook page, {full}, {a_trade}, wrote:|full;{trade};;facebook
{full} posted on {platform}:|full;;;platform
Facebook user {full} wrote:|full;*user;;facebook
{full} wrote on Twitter:|full;;;twitter
{full} ({handle}) tweeted:|full;;;twitter
{full}, {a_trade}, tweeted:|full;{trade};;twitter
Twitter user {handle} wrote:|handle;*user;;twitter
{handle} tweeted:|handle;;;twitter
On Twitter, {handle} asked:|handle;;;twitter
On the forum {blog}, user {user} wrote:|user;*user;;blog
User {user} wrote on the forum {blog}:|user;*User;;blog
In the newspaper {bare_paper}, columnist {full} wrote:|full;columnist;*paper;paper
{bare_paper} columnist {full} writes:|full;columnist;*paper;paper
Columnist {full} wrote in {paper}:|full;Columnist;*paper;paper
{full} wrote in {paper}:|full;;;paper
In {paper}, {full} wrote:|full;;;paper
In {paper}, the novelist {full} wrote:|full;novelist;;paper
Writing in {paper}, {full} said:|full;;;paper
In an op-ed for {paper}, {full} argued:|full;;;paper
In a letter to {paper}, {full}, {a_trade}, wrote:|full;{trade};;paper
{Paper} reported:|paper;;;none
The newspaper {bare_paper} wrote:|paper;*;;none
{full}, {a_trade}, told {paper}:|full;{trade};;paper
In an interview with {paper}, {full}, {a_trade}, said:|full;{trade};;paper
Speaking to {station}, {full}, {a_trade}, said:|full;{trade};;station
{full}, the director of {body}, wrote on {platform}:|full;director;body;platform
{full}, who works for {body}, writes at {blog}:|full;;body;blog
{full}, a member of {body}, wrote in {paper}:|full;member;body;paper
{full} of {body} told the council:|full;;body;none
{full}, a professor at {school}, writes at {blog}:|full;professor;school;blog
{Body} said in a statement:|body;;;none
In a statement, {body} said:|body;;;none
On Facebook, {body} wrote:|body;;;facebook
Not everybody agrees. {full} writes:|full;;;none
{full}, {a_trade}, is angry:|full;{trade};;none
{full} has another idea:|full;;;none
The mayor of {place}, {full}, told reporters:|full;mayor;;none
On {station}, {full} said:|full;;;station
{full}, {a_trade}, said live on {station}:|full;{trade};;station
{full} was a guest on {station} on {day}. {He} said:|full;;;station
{full} was live on {station} when the gates broke:|full;;;station
In a programme on {station}, {full} said:|full;;;station
On the TV show “{title}”, {full} said:|full;;;title
Interviewed by {station}, {full} said:|full;;;station
The statement by {body} was read out on {station}:|body;;;station
In a statement read out on {station}, {body} said:|body;;;station
{Paper} quotes {full}, {a_trade}:|full;{trade};;paper
{Paper} quoted {full} as saying:|full;;;paper
Quoted in {paper}, {full} said:|full;;;paper
{Paper} printed a letter from {full}, {a_trade}:|full;{trade};;paper
{Paper} has published an open letter by {body}:|body;;;paper
{Paper} carried a statement by {full}:|full;;;paper
{Paper} spoke to {full}, {a_trade}:|full;{trade};;paper
Asked by {paper} about the flood, {full} said:|full;;;paper
As {full} told {paper}:|full;;;paper
The editor of {paper}, {full}, wrote:|full;editor;paper;paper
{full}, the editor of {paper}, wrote:|full;editor;paper;paper
{full}, editor of the site {blog}, writes:|full;editor;blog;blog
{full}, {a_trade}, was interviewed by {paper}. {He} said:|full;{trade};;paper
{full} denied it all in an interview with {paper}. {He} said:|full;;;paper
{full} spoke to the town in a video on YouTube. {He} said:|full;;;youtube
{full} has written a letter to {paper}. {He} asks:|full;;;paper
{full} of the site {blog} writes:|full;;*blog;blog
On the site {blog}, the journalist {full} remarks:|full;journalist;;blog
On the collective blog {blog}, {full} explains:|full;;;blog
It was {full} who wrote about it first, in a post at {blog}:|full;;;blog
{full} has a post at {blog} in which {he} writes:|full;;;blog
{full}, who edits {blog}, writes:|full;;;blog
{full} sent out the following message via {platform}:|full;;;platform
{full} shared this memory in the Facebook group {blog}:|full;;;group
In the Facebook group “{blog}”, {full} wrote:|full;;;group
In a video on YouTube, {full} said:|full;;;youtube
On {his} Instagram account, {full} wrote:|full;;;instagram
On Twitter, {full} ({handle}) wrote:|full;;;twitter
{full} wrote on {his} blog [es]:|full;;;his
In {his} newsletter, {full} wrote:|full;;;newsletter
{full}, a reader from {place}, wrote to {paper}:|full;*reader;;paper
A reader of {paper}, {full}, wrote:|full;*reader;;paper
""")
"""Lead-ins; what each gives is "name;role;body;outlet", with a star before what may be told."""

SCENES = pieces("""
On {platform}, the reactions were less kind. Here are some of them:|platform
On the forum {blog}, where a thread about the weir has grown to forty pages, nobody is in a good mood. Some examples:|blog
On the forum {blog} [es], where the news was known at noon, people were less amused.|blog
The discussion soon moved to the bulletin board {blog}, where it grew louder. A few of the posts:|blog
In the Facebook group {blog}, people were less amused.|group
{platform} users were less patient.|platform
Others took to {platform}.|platform
Many people vented their anger on {platform}.|platform
There is a long thread about it on the forum {blog}.|blog
Here is what people are saying on {platform}:|platform
Below is a selection of comments from {platform}:|platform
""")
"""What tells where the posts behind it appeared, and where."""

THREADS = pieces("""
{user}:|user;
{full}:|full;
{full} wrote:|full;
{full} asks:|full;
{full}, {a_trade}, wrote:|full;{trade}
User {user} was not so sure:|user;*User
Another user, {user}, disagreed:|user;*user
One of them, {full}, put it like this:|full;
""")
"""Posts behind a scene."""

COMMENTS = pieces("""
{full} commented:|full;
In a comment on the same post, {full} disagrees:|full;
In a comment on this post, {full}, {a_trade}, writes:|full;{trade}
In a comment under the post, {full} asks:|full;
Under the post, {full} wrote:|full;
Under the same post, {full}, {a_trade}, was angry:|full;{trade}
Commenting on the post, {full} wrote:|full;
{full}, commenting on the post, disagrees:|full;
{full}, commenting below, writes:|full;
{full} replied in the comments:|full;
In the comments, {full} asks:|full;
In the comments section, {full} answered:|full;
One of the commenters, {full}, writes:|full;*commenters
Another commenter, {user}, writes:|user;*commenter
A commenter called {full} says:|full;*commenter
The post drew forty comments. {full} wrote:|full;
The post has been commented on by many. {full} wrote:|full;
Here are some of the comments:¶{user}:|user;
Here are some comments to this post:¶{full}:|full;
The post has been shared a thousand times. Under it, {full} comments:|full;
A comment by {full} says:|full;
{full} left this comment:|full;
Among the comments is one by {full}, {a_trade}:|full;{trade}
The comments under it are many. {full} writes:|full;
""")
"""Comments on the post before."""

AFTER = pieces("""
The same newspaper quotes {full}, {a_trade}:|full;{trade}
The newspaper also printed a letter from {full}:|full;
{full}, {a_trade}, told the same paper:|full;{trade}
{full} told the paper:|full;
Asked by the paper, {full} said:|full;
In the same newspaper, {full} wrote:|full;
In an interview with the newspaper, {full} said:|full;
In the same article, {full}, {a_trade}, is quoted as saying:|full;{trade}
{full} told its reporter:|full;
""")
"""Words in the newspaper before."""
